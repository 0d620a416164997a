import type { SchemaSource } from "../notifications/schema-for.ts";
import { audioMessageSchema } from "./audio-message.schema.ts";
import { buttonsMessageSchema } from "./buttons-message.schema.ts";
import { buttonsResponseMessageSchema } from "./buttons-response-message.schema.ts";
import { contactMessageSchema } from "./contact-message.schema.ts";
import { contactsArrayMessageSchema } from "./contacts-array-message.schema.ts";
import { deletedMessageSchema } from "./deleted-message.schema.ts";
import { documentMessageSchema } from "./document-message.schema.ts";
import { editedMessageSchema } from "./edited-message.schema.ts";
import { extendedTextMessageSchema } from "./extended-text-message.schema.ts";
import { groupInviteMessageSchema } from "./group-invite-message.schema.ts";
import { imageMessageSchema } from "./image-message.schema.ts";
import { interactiveButtonsReplySchema } from "./interactive-buttons-reply.schema.ts";
import { interactiveButtonsResponseSchema } from "./interactive-buttons-response.schema.ts";
import { interactiveButtonsSchema } from "./interactive-buttons.schema.ts";
import { listMessageSchema } from "./list-message.schema.ts";
import { listResponseMessageSchema } from "./list-response-message.schema.ts";
import { locationMessageSchema } from "./location-message.schema.ts";
import type { MessageDataByTypeMessage } from "./message-data.ts";
import { orderMessageSchema } from "./order-message.schema.ts";
import { pollMessageSchema } from "./poll-message.schema.ts";
import { pollUpdateMessageSchema } from "./poll-update-message.schema.ts";
import { productMessageSchema } from "./product-message.schema.ts";
import { quotedReplySchema } from "./quoted-reply.schema.ts";
import { reactionMessageSchema } from "./reaction-message.schema.ts";
import { stickerMessageSchema } from "./sticker-message.schema.ts";
import { templateButtonsReplyMessageSchema } from "./template-buttons-reply-message.schema.ts";
import { templateMessageSchema } from "./template-message.schema.ts";
import { textMessageSchema } from "./text-message.schema.ts";
import { videoMessageSchema } from "./video-message.schema.ts";

/** The schema of `messageData` for each `typeMessage`. The compiler demands that none is missing. */
export const messageTable: { readonly [Type in keyof MessageDataByTypeMessage]: SchemaSource<MessageDataByTypeMessage[Type]> } = {
  textMessage: textMessageSchema,
  extendedTextMessage: extendedTextMessageSchema,
  quotedMessage: quotedReplySchema,
  reactionMessage: reactionMessageSchema,
  imageMessage: imageMessageSchema,
  videoMessage: videoMessageSchema,
  documentMessage: documentMessageSchema,
  audioMessage: audioMessageSchema,
  stickerMessage: stickerMessageSchema,
  locationMessage: locationMessageSchema,
  contactMessage: contactMessageSchema,
  contactsArrayMessage: contactsArrayMessageSchema,
  ContactsArrayMessage: contactsArrayMessageSchema,
  pollMessage: pollMessageSchema,
  pollUpdateMessage: pollUpdateMessageSchema,
  editedMessage: editedMessageSchema,
  deletedMessage: deletedMessageSchema,
  buttonsMessage: buttonsMessageSchema,
  listMessage: listMessageSchema,
  templateMessage: templateMessageSchema,
  interactiveButtons: interactiveButtonsSchema,
  interactiveButtonsReply: interactiveButtonsReplySchema,
  interactiveButtonReply: interactiveButtonsReplySchema,
  buttonsResponseMessage: buttonsResponseMessageSchema,
  templateButtonsReplyMessage: templateButtonsReplyMessageSchema,
  templateButtonReplyMessage: templateButtonsReplyMessageSchema,
  listResponseMessage: listResponseMessageSchema,
  interactiveButtonsResponse: interactiveButtonsResponseSchema,
  groupInviteMessage: groupInviteMessageSchema,
  orderMessage: orderMessageSchema,
  productMessage: productMessageSchema,
};
