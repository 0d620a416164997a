import { advertisementMessage } from "./advertisement-message.ts";
import { asOutgoing } from "./as-outgoing.ts";
import { asOutgoingApi } from "./as-outgoing-api.ts";
import { audioMessage } from "./audio-message.ts";
import { buttonsMessage } from "./buttons-message.ts";
import { buttonsResponseMessage } from "./buttons-response-message.ts";
import { contactAvatar } from "./contact-avatar.ts";
import { contactMessage } from "./contact-message.ts";
import { choiceVariants } from "./choice-variants.ts";
import { contentVariants } from "./content-variants.ts";
import { contactsArrayMessage } from "./contacts-array-message.ts";
import { deletedMessage } from "./deleted-message.ts";
import { deviceInfo } from "./device-info.ts";
import { documentMessage } from "./document-message.ts";
import { editedMessage } from "./edited-message.ts";
import { extendedTextMessage } from "./extended-text-message.ts";
import { groupInviteMessage } from "./group-invite-message.ts";
import { imageMessage } from "./image-message.ts";
import { incomingBlock } from "./incoming-block.ts";
import { incomingCall } from "./incoming-call.ts";
import { interactiveButtons } from "./interactive-buttons.ts";
import { interactiveButtonsReply } from "./interactive-buttons-reply.ts";
import { interactiveButtonsResponse } from "./interactive-buttons-response.ts";
import { listMessage } from "./list-message.ts";
import { listResponseMessage } from "./list-response-message.ts";
import { otherVariants } from "./other-variants.ts";
import { quoteVariants } from "./quote-variants.ts";
import type { NamedNotification } from "./named-notification.ts";
import { locationMessage } from "./location-message.ts";
import { orderMessage } from "./order-message.ts";
import { outgoingCall } from "./outgoing-call.ts";
import { outgoingMessageStatus } from "./outgoing-message-status.ts";
import { pollMessage } from "./poll-message.ts";
import { pollUpdateMessage } from "./poll-update-message.ts";
import { productMessage } from "./product-message.ts";
import { quotaExceeded } from "./quota-exceeded.ts";
import { quotedReply } from "./quoted-reply.ts";
import { quoting } from "./quoting.ts";
import { reactionMessage } from "./reaction-message.ts";
import { stateInstanceChanged } from "./state-instance-changed.ts";
import { statusInstanceChanged } from "./status-instance-changed.ts";
import { stickerMessage } from "./sticker-message.ts";
import { templateButtonsReplyMessage } from "./template-buttons-reply-message.ts";
import { templateMessage } from "./template-message.ts";
import { textMessage } from "./text-message.ts";
import { undecryptableMessage } from "./undecryptable-message.ts";
import { videoMessage } from "./video-message.ts";

/** One of every kind and variant, always the same. */
export function everyNotification(): readonly NamedNotification[] {
  return [
    { name: "textMessage", notification: textMessage() },
    { name: "undecryptableMessage", notification: undecryptableMessage() },
    { name: "extendedTextMessage", notification: extendedTextMessage() },
    { name: "advertisementMessage", notification: advertisementMessage() },
    { name: "quotedReply", notification: quotedReply() },
    { name: "reactionMessage", notification: reactionMessage() },
    { name: "imageMessage", notification: imageMessage() },
    { name: "videoMessage", notification: videoMessage() },
    { name: "documentMessage", notification: documentMessage() },
    { name: "audioMessage", notification: audioMessage() },
    { name: "stickerMessage", notification: stickerMessage() },
    { name: "locationMessage", notification: locationMessage() },
    { name: "contactMessage", notification: contactMessage() },
    { name: "contactsArrayMessage", notification: contactsArrayMessage() },
    { name: "pollMessage", notification: pollMessage() },
    { name: "pollUpdateMessage", notification: pollUpdateMessage() },
    { name: "editedMessage", notification: editedMessage() },
    { name: "deletedMessage", notification: deletedMessage() },
    { name: "buttonsMessage", notification: buttonsMessage() },
    { name: "listMessage", notification: listMessage() },
    { name: "templateMessage", notification: templateMessage() },
    { name: "interactiveButtons", notification: interactiveButtons() },
    { name: "interactiveButtonsReply", notification: interactiveButtonsReply() },
    { name: "buttonsResponseMessage", notification: buttonsResponseMessage() },
    { name: "templateButtonsReplyMessage", notification: templateButtonsReplyMessage() },
    { name: "listResponseMessage", notification: listResponseMessage() },
    { name: "interactiveButtonsResponse", notification: interactiveButtonsResponse() },
    { name: "groupInviteMessage", notification: groupInviteMessage() },
    { name: "orderMessage", notification: orderMessage() },
    { name: "productMessage", notification: productMessage() },
    { name: "outgoingMessageStatus", notification: outgoingMessageStatus() },
    { name: "stateInstanceChanged", notification: stateInstanceChanged() },
    { name: "statusInstanceChanged", notification: statusInstanceChanged() },
    { name: "deviceInfo", notification: deviceInfo() },
    { name: "contactAvatar", notification: contactAvatar() },
    { name: "incomingCall", notification: incomingCall() },
    { name: "outgoingCall", notification: outgoingCall() },
    { name: "incomingBlock", notification: incomingBlock() },
    { name: "quotaExceeded", notification: quotaExceeded() },
    { name: "textMessage in a group", notification: textMessage({ chatId: "120363000000000001@g.us" }) },
    { name: "textMessage in lid mode", notification: textMessage({ chatId: "100000000000001@lid" }) },
    { name: "textMessage on Telegram", notification: textMessage({ typeInstance: "telegram" }) },
    { name: "textMessage on MAX", notification: textMessage({ typeInstance: "v3" }) },
    { name: "textMessage without text", notification: textMessage({}, { messageData: { textMessageData: { textMessage: undefined } } }) },
    { name: "textMessage as a reply", notification: quoting(textMessage()) },
    { name: "textMessage from the phone", notification: asOutgoing(textMessage()) },
    { name: "extendedTextMessage through the API", notification: asOutgoingApi(extendedTextMessage({ text: "Hello" })) },
    { name: "imageMessage without downloadUrl", notification: imageMessage({ downloadUrl: "" }) },
    {
      name: "stickerMessage in stickerMessageData",
      notification: stickerMessage({ typeInstance: "telegram", variant: "stickerMessageData" }),
    },
    { name: "ContactsArrayMessage", notification: contactsArrayMessage({ variant: "ContactsArrayMessage" }) },
    { name: "pollMessage of 2023", notification: pollMessage({ variant: "pollCreationMessage" }) },
    { name: "pollUpdateMessage with voters as objects", notification: pollUpdateMessage({ variant: "objects" }) },
    { name: "editedMessage of a caption", notification: editedMessage({ variant: "caption" }) },
    { name: "editedMessage without data", notification: editedMessage({}, { messageData: { editedMessageData: undefined } }) },
    { name: "reactionMessage taken back", notification: reactionMessage({ emoji: "" }) },
    { name: "templateButtonReplyMessage", notification: templateButtonsReplyMessage({ variant: "templateButtonReplyMessage" }) },
    { name: "incomingCall declined", notification: incomingCall({ status: "declined" }) },
    { name: "outgoingMessageStatus failed", notification: outgoingMessageStatus({ status: "failed" }, { description: "no such file" }) },
    { name: "stateInstanceChanged suspended", notification: stateInstanceChanged({ stateInstance: "suspended" }) },
    ...contentVariants(),
    ...choiceVariants(),
    ...quoteVariants(),
    ...otherVariants(),
  ];
}
