import { union, type Schema } from "../schema/schema.ts";
import { buttonsMessageSchema, type ButtonsMessage } from "./buttons-message.ts";
import { buttonsResponseMessageSchema, type ButtonsResponseMessage } from "./buttons-response-message.ts";
import { contactMessageSchema, type ContactMessage } from "./contact-message.ts";
import { contactsArrayMessageSchema, type ContactsArrayMessage } from "./contacts-array-message.ts";
import { deletedMessageSchema, type DeletedMessage } from "./deleted-message.ts";
import { editedMessageSchema, type EditedMessage } from "./edited-message.ts";
import { extendedTextMessageSchema, type ExtendedTextMessage } from "./extended-text-message.ts";
import {
  audioMessageSchema,
  documentMessageSchema,
  imageMessageSchema,
  stickerMessageSchema,
  videoMessageSchema,
  type AudioMessage,
  type DocumentMessage,
  type ImageMessage,
  type StickerMessage,
  type VideoMessage,
} from "./file-message.ts";
import { groupInviteMessageSchema, type GroupInviteMessage } from "./group-invite-message.ts";
import { interactiveButtonsSchema, type InteractiveButtons } from "./interactive-buttons.ts";
import { interactiveButtonsReplySchema, type InteractiveButtonsReply } from "./interactive-buttons-reply.ts";
import { interactiveButtonsResponseSchema, type InteractiveButtonsResponse } from "./interactive-buttons-response.ts";
import { listMessageSchema, type ListMessage } from "./list-message.ts";
import { listResponseMessageSchema, type ListResponseMessage } from "./list-response-message.ts";
import { locationMessageSchema, type LocationMessage } from "./location-message.ts";
import { orderMessageSchema, type OrderMessage } from "./order-message.ts";
import { pollMessageSchema, type PollMessage } from "./poll-message.ts";
import { pollUpdateMessageSchema, type PollUpdateMessage } from "./poll-update-message.ts";
import { productMessageSchema, type ProductMessage } from "./product-message.ts";
import { quotedReplySchema, type QuotedReply } from "./quoted-reply.ts";
import { reactionMessageSchema, type ReactionMessage } from "./reaction-message.ts";
import { templateButtonsReplyMessageSchema, type TemplateButtonsReplyMessage } from "./template-buttons-reply-message.ts";
import { templateMessageSchema, type TemplateMessage } from "./template-message.ts";
import { textMessageSchema, type TextMessage } from "./text-message.ts";

/** Each `typeMessage` with what `messageData` holds for it. Of a pair of spellings, both are keys of the same interface. */
export interface MessageDataByTypeMessage {
  /** Plain text, and the `{{SWE…}}` markers for what could not be decrypted. All messengers. */
  textMessage: TextMessage;
  /** Text with a preview, an advertisement, and often plain text from iPhones or the API. All messengers. */
  extendedTextMessage: ExtendedTextMessage;
  /** A reply in the archived style; newer replies keep their own type and carry a `quotedMessage` beside it. */
  quotedMessage: QuotedReply;
  /** An emoji on another message, in `extendedTextMessageData`: not a text. All messengers. */
  reactionMessage: ReactionMessage;
  /** A picture as `fileMessageData`. All messengers. */
  imageMessage: ImageMessage;
  /** A video as `fileMessageData`. All messengers. */
  videoMessage: VideoMessage;
  /** Any other file as `fileMessageData`. All messengers. */
  documentMessage: DocumentMessage;
  /** An audio file or a voice message as `fileMessageData`. All messengers. */
  audioMessage: AudioMessage;
  /** A sticker as `fileMessageData`, on one Telegram page as `stickerMessageData`. WhatsApp, Telegram, MAX. */
  stickerMessage: StickerMessage;
  /** A place on the map. All messengers. */
  locationMessage: LocationMessage;
  /** One contact card. All messengers. */
  contactMessage: ContactMessage;
  /** Several contact cards, in the spelling of the documentation's table. */
  contactsArrayMessage: ContactsArrayMessage;
  /** The same in the spelling of the documentation's examples. */
  ContactsArrayMessage: ContactsArrayMessage;
  /** A new poll, in `pollMessageData` or, in 2023, `pollCreationMessage`. */
  pollMessage: PollMessage;
  /** The whole tally of a poll, sent on every change of it. */
  pollUpdateMessage: PollUpdateMessage;
  /** A message's new text or caption; the notification's own `idMessage` is a new one. All messengers, since February 2025. */
  editedMessage: EditedMessage;
  /** The id of a message that was deleted. All messengers, since February 2025. */
  deletedMessage: DeletedMessage;
  /** A text with simple buttons. WhatsApp. */
  buttonsMessage: ButtonsMessage;
  /** A text with a list to choose from. WhatsApp. */
  listMessage: ListMessage;
  /** A template with its buttons; sent through WABA, its id and parameters. WhatsApp. */
  templateMessage: TemplateMessage;
  /** A text with buttons that copy, call, open a page or reply. WhatsApp. */
  interactiveButtons: InteractiveButtons;
  /** A text with reply buttons, as documented; live they came as `interactiveButtons`. WhatsApp. */
  interactiveButtonsReply: InteractiveButtonsReply;
  /** The same in the spelling of one page's table. */
  interactiveButtonReply: InteractiveButtonsReply;
  /** A tap on a simple button. WhatsApp. */
  buttonsResponseMessage: ButtonsResponseMessage;
  /** A tap on a template's button, in the spelling of the documentation's table. WhatsApp. */
  templateButtonsReplyMessage: TemplateButtonsReplyMessage;
  /** The same in the spelling of the documentation's examples. */
  templateButtonReplyMessage: TemplateButtonsReplyMessage;
  /** A choice from a list. WhatsApp. */
  listResponseMessage: ListResponseMessage;
  /** A tap on an interactive button; depending on the device it comes as `templateButtonsReplyMessage` instead. Observed. */
  interactiveButtonsResponse: InteractiveButtonsResponse;
  /** An invitation to a group. WhatsApp. */
  groupInviteMessage: GroupInviteMessage;
  /** An order from a catalogue. WhatsApp, beta. */
  orderMessage: OrderMessage;
  /** A product of a catalogue. WhatsApp, beta. */
  productMessage: ProductMessage;
}

/** The content of a message. Narrow it by `typeMessage`. */
export type MessageData = MessageDataByTypeMessage[keyof MessageDataByTypeMessage];

/**
 * The schema of `messageData` for each `typeMessage`. The compiler demands that none is missing.
 *
 * @internal
 */
export const messageTable: { readonly [Type in keyof MessageDataByTypeMessage]: Schema<MessageDataByTypeMessage[Type]> } = {
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

/** @internal */
export const messageDataSchema: Schema<MessageData> = union([...new Set(Object.values(messageTable))]);
