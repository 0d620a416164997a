import type { NamedNotification } from "./named-notification.ts";
import { audioMessage } from "./audio-message.ts";
import { contactMessage } from "./contact-message.ts";
import { editedMessage } from "./edited-message.ts";
import { extendedTextMessage } from "./extended-text-message.ts";
import { groupInviteMessage } from "./group-invite-message.ts";
import { imageMessage } from "./image-message.ts";
import { locationMessage } from "./location-message.ts";
import { orderMessage } from "./order-message.ts";
import { pollMessage } from "./poll-message.ts";
import { pollUpdateMessage } from "./poll-update-message.ts";
import { productMessage } from "./product-message.ts";
import { quotedReply } from "./quoted-reply.ts";
import { reactionMessage } from "./reaction-message.ts";
import { stickerMessage } from "./sticker-message.ts";
import { textMessage } from "./text-message.ts";
import { videoMessage } from "./video-message.ts";

/** Messages in the shapes that only some pages, packages or years have. */
export function contentVariants(): readonly NamedNotification[] {
  return [
    {
      name: "pollUpdateMessage with voters of two shapes",
      notification: pollUpdateMessage(
        {},
        {
          messageData: {
            pollMessageData: {
              votes: [
                {
                  optionName: "At ten",
                  optionVoters: [
                    { wid: "79000000001@c.us" },
                    { voterWid: "79000000003@c.us", contactName: "Clara", phoneNumber: "79000000003" },
                  ],
                },
              ],
            },
          },
        },
      ),
    },
    {
      name: "contactMessage telegram",
      notification: contactMessage(
        { typeInstance: "telegram" },
        {
          messageData: {
            contactMessageData: {
              displayName: undefined,
              phoneContact: "79000000004",
              firstName: "Boris",
              lastName: "",
              chatId: "900000004",
            },
          },
        },
      ),
    },
    {
      name: "contactMessage max",
      notification: contactMessage(
        { typeInstance: "v3" },
        {
          messageData: {
            contactMessageData: {
              chatId: "900000004",
              phoneNumber: "79000000004",
              urlAvatar: "https://files.example.com/boris.jpeg",
            },
          },
        },
      ),
    },
    {
      name: "orderMessage with a number",
      notification: orderMessage({}, { messageData: { orderMessage: { totalPrice: 250_000 } } }),
    },
    {
      name: "productMessage with a number",
      notification: productMessage({}, { messageData: { productMessage: { price: 250 } } }),
    },
    {
      name: "audioMessage max",
      notification: audioMessage(
        {},
        {
          messageData: {
            fileMessageData: {
              caption: undefined,
              fileName: undefined,
              jpegThumbnail: undefined,
              mimeType: undefined,
              forwardingScore: undefined,
              isForwarded: undefined,
            },
          },
        },
      ),
    },
    {
      name: "editedMessage empty",
      notification: editedMessage({}, { messageData: { editedMessageData: { stanzaId: undefined, textMessage: undefined } } }),
    },
    {
      name: "extendedTextMessage telegram",
      notification: extendedTextMessage(
        {},
        { messageData: { extendedTextMessageData: { previewType: undefined, jpegThumbnail: undefined } } },
      ),
    },
    {
      name: "groupInviteMessage split expiration",
      notification: groupInviteMessage(
        {},
        { messageData: { groupInviteMessageData: { inviteExpiration: { low: 1790600000, high: 0, unsigned: true } } } },
      ),
    },
    {
      name: "imageMessage 2021",
      notification: imageMessage(
        {},
        {
          messageData: {
            fileMessageData: {
              jpegThumbnail: undefined,
              mimeType: undefined,
              forwardingScore: undefined,
              isForwarded: undefined,
              titleFile: "",
            },
          },
        },
      ),
    },
    {
      name: "locationMessage short",
      notification: locationMessage(
        {},
        {
          messageData: {
            locationMessageData: { nameLocation: undefined, address: undefined, forwardingScore: undefined, isForwarded: undefined },
          },
        },
      ),
    },
    {
      name: "pollMessage telegram",
      notification: pollMessage(
        { typeInstance: "telegram" },
        { messageData: { pollMessageData: { forwardingScore: 1, isForwarded: true } } },
      ),
    },
    {
      name: "pollMessage max",
      notification: pollMessage({}, { messageData: { pollMessageData: { multipleAnswers: undefined, allowToChangeAnswer: true } } }),
    },
    { name: "quotedMessage ids only", notification: quotedReply({}, { messageData: { quotedMessage: undefined } }) },
    {
      name: "quotedMessage",
      notification: quotedReply({}, { messageData: { extendedTextMessageData: { forwardingScore: 0, isForwarded: false } } }),
    },
    { name: "reactionMessage without quote", notification: reactionMessage({}, { messageData: { quotedMessage: undefined } }) },
    {
      name: "stickerMessage telegram",
      notification: stickerMessage(
        {},
        {
          messageData: {
            fileMessageData: undefined,
            stickerMessageData: {
              downloadUrl: "https://files.example.com/AnimatedSticker.tgs",
              fileName: "AnimatedSticker.tgs",
              jpegThumbnail: "",
              mimeType: "application/x-tgsticker",
            },
          },
        },
      ),
    },
    {
      name: "textMessage forwarded",
      notification: textMessage({}, { messageData: { textMessageData: { forwardingScore: 2, isForwarded: true } } }),
    },
    {
      name: "textMessage quoting",
      notification: textMessage(
        {},
        {
          messageData: {
            quotedMessage: {
              stanzaId: "3EB0AAAAAAAAAAAAAAAA",
              participant: "79000000000@c.us",
              typeMessage: "textMessage",
              textMessage: "Shall I send it?",
              forwardingScore: 0,
              isForwarded: false,
            },
          },
        },
      ),
    },
    { name: "textMessage template", notification: textMessage({}, { messageData: { textMessageData: { isTemplateMessage: true } } }) },
    { name: "videoMessage round", notification: videoMessage({}, { messageData: { fileMessageData: { videoNote: true } } }) },
  ];
}
