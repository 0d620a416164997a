import type { Notification } from "@greenhook/core/types";
import { asOutgoing, asOutgoingApi } from "./as-outgoing.ts";
import { templateButtonsReplyMessage } from "./choice-messages.ts";
import {
  contactMessage,
  contactsArrayMessage,
  groupInviteMessage,
  locationMessage,
  orderMessage,
  pollMessage,
  pollUpdateMessage,
  productMessage,
} from "./content-messages.ts";
import { audioMessage, imageMessage, stickerMessage, videoMessage } from "./file-messages.ts";
import { editedMessage, extendedTextMessage, quotedReply, reactionMessage, textMessage } from "./text-messages.ts";
import {
  contactAvatar,
  incomingBlock,
  incomingCall,
  outgoingCall,
  outgoingMessageStatus,
  quotaExceeded,
  stateInstanceChanged,
} from "./notifications-without-message.ts";
import { quoting } from "./quoting.ts";

/** Notifications in forms that only some messengers, pages, packages or years have, by name. Buttons and lists: choice-variants.ts. */
export function variants(): Readonly<Record<string, Notification>> {
  return {
    "textMessage in a group": textMessage({ chatId: "120363000000000001@g.us" }),
    "textMessage in lid mode": textMessage({ chatId: "100000000000001@lid" }),
    "textMessage on Telegram": textMessage({ typeInstance: "telegram" }),
    "textMessage on MAX": textMessage({ typeInstance: "v3" }),
    "textMessage without text": textMessage({}, { messageData: { textMessageData: { textMessage: undefined } } }),
    "textMessage as a reply": quoting(textMessage()),
    "textMessage from the phone": asOutgoing(textMessage()),
    "extendedTextMessage through the API": asOutgoingApi(extendedTextMessage({ text: "Hello" })),
    "imageMessage without downloadUrl": imageMessage({ downloadUrl: "" }),
    "stickerMessage in stickerMessageData": stickerMessage({ typeInstance: "telegram", variant: "stickerMessageData" }),
    ContactsArrayMessage: contactsArrayMessage({ variant: "ContactsArrayMessage" }),
    "pollMessage of 2023": pollMessage({ variant: "pollCreationMessage" }),
    "pollUpdateMessage with voters as objects": pollUpdateMessage({ variant: "objects" }),
    "editedMessage of a caption": editedMessage({ variant: "caption" }),
    "editedMessage without data": editedMessage({}, { messageData: { editedMessageData: undefined } }),
    "reactionMessage taken back": reactionMessage({ emoji: "" }),
    templateButtonReplyMessage: templateButtonsReplyMessage({ variant: "templateButtonReplyMessage" }),
    "incomingCall declined": incomingCall({ status: "declined" }),
    "outgoingMessageStatus failed": outgoingMessageStatus({ status: "failed" }, { description: "no such file" }),
    "stateInstanceChanged suspended": stateInstanceChanged({ stateInstance: "suspended" }),
    "pollUpdateMessage with voters of two shapes": pollUpdateMessage(
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
    "contactMessage telegram": contactMessage(
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
    "contactMessage max": contactMessage(
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
    "orderMessage with a number": orderMessage({}, { messageData: { orderMessage: { totalPrice: 250_000 } } }),
    "productMessage with a number": productMessage({}, { messageData: { productMessage: { price: 250 } } }),
    "audioMessage max": audioMessage(
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
    "editedMessage empty": editedMessage({}, { messageData: { editedMessageData: { stanzaId: undefined, textMessage: undefined } } }),
    "extendedTextMessage telegram": extendedTextMessage(
      {},
      { messageData: { extendedTextMessageData: { previewType: undefined, jpegThumbnail: undefined } } },
    ),
    "groupInviteMessage split expiration": groupInviteMessage(
      {},
      { messageData: { groupInviteMessageData: { inviteExpiration: { low: 1790600000, high: 0, unsigned: true } } } },
    ),
    "imageMessage 2021": imageMessage(
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
    "locationMessage short": locationMessage(
      {},
      {
        messageData: {
          locationMessageData: { nameLocation: undefined, address: undefined, forwardingScore: undefined, isForwarded: undefined },
        },
      },
    ),
    "pollMessage telegram": pollMessage(
      { typeInstance: "telegram" },
      { messageData: { pollMessageData: { forwardingScore: 1, isForwarded: true } } },
    ),
    "pollMessage max": pollMessage({}, { messageData: { pollMessageData: { multipleAnswers: undefined, allowToChangeAnswer: true } } }),
    "quotedMessage ids only": quotedReply({}, { messageData: { quotedMessage: undefined } }),
    quotedMessage: quotedReply({}, { messageData: { extendedTextMessageData: { forwardingScore: 0, isForwarded: false } } }),
    "reactionMessage without quote": reactionMessage({}, { messageData: { quotedMessage: undefined } }),
    "stickerMessage telegram": stickerMessage(
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
    "textMessage forwarded": textMessage({}, { messageData: { textMessageData: { forwardingScore: 2, isForwarded: true } } }),
    "textMessage quoting": textMessage(
      {},
      {
        messageData: {
          quotedMessage: {
            stanzaId: "3EB0AAAAAAAAAAAAAAAA",
            participant: "79000000000@c.us",
            typeMessage: "textMessage",
            textMessage: "Should I send it?",
            forwardingScore: 0,
            isForwarded: false,
          },
        },
      },
    ),
    "textMessage template": textMessage({}, { messageData: { textMessageData: { isTemplateMessage: true } } }),
    "videoMessage round": videoMessage({}, { messageData: { fileMessageData: { videoNote: true } } }),
    "deviceInfo avatar failed": contactAvatar({}, { avatarInfo: { chatId: false, reason: "bad request data" } }),
    "incomingBlock number": incomingBlock({}, { chatId: 79000000002 }),
    "incomingCall 2022": incomingCall({}, { status: undefined }),
    "outgoingCall participant's id": outgoingCall({}, { participants: [{ id: "79000000001@c.us", status: "pickUp" }] }),
    "outgoingCall in other fields": outgoingCall({}, { participants: [] }),
    "outgoingMessageStatus 2021": outgoingMessageStatus({}, { chatId: undefined, sendByApi: undefined }),
    "outgoingMessageStatus telegram": outgoingMessageStatus({ status: "noAccount" }, { idMessage: undefined, sendByApi: undefined }),
    "quotaExceeded short": quotaExceeded({}, { quotaData: { description: undefined } }),
  };
}
