import type { AudioMessage } from "./audio-message.ts";
import type { ButtonsMessage } from "./buttons-message.ts";
import type { ButtonsResponseMessage } from "./buttons-response-message.ts";
import type { ContactMessage } from "./contact-message.ts";
import type { ContactsArrayMessage } from "./contacts-array-message.ts";
import type { DeletedMessage } from "./deleted-message.ts";
import type { DocumentMessage } from "./document-message.ts";
import type { EditedMessage } from "./edited-message.ts";
import type { ExtendedTextMessage } from "./extended-text-message.ts";
import type { GroupInviteMessage } from "./group-invite-message.ts";
import type { ImageMessage } from "./image-message.ts";
import type { InteractiveButtons } from "./interactive-buttons.ts";
import type { InteractiveButtonsReply } from "./interactive-buttons-reply.ts";
import type { InteractiveButtonsResponse } from "./interactive-buttons-response.ts";
import type { ListMessage } from "./list-message.ts";
import type { ListResponseMessage } from "./list-response-message.ts";
import type { LocationMessage } from "./location-message.ts";
import type { OrderMessage } from "./order-message.ts";
import type { PollMessage } from "./poll-message.ts";
import type { PollUpdateMessage } from "./poll-update-message.ts";
import type { ProductMessage } from "./product-message.ts";
import type { QuotedReply } from "./quoted-reply.ts";
import type { ReactionMessage } from "./reaction-message.ts";
import type { StickerMessage } from "./sticker-message.ts";
import type { TemplateButtonsReplyMessage } from "./template-buttons-reply-message.ts";
import type { TemplateMessage } from "./template-message.ts";
import type { TextMessage } from "./text-message.ts";
import type { VideoMessage } from "./video-message.ts";

/** Each `typeMessage` with what `messageData` holds for it. Of a pair of spellings, both are keys of the same interface. */
export interface MessageDataByTypeMessage {
  textMessage: TextMessage;
  extendedTextMessage: ExtendedTextMessage;
  quotedMessage: QuotedReply;
  reactionMessage: ReactionMessage;
  imageMessage: ImageMessage;
  videoMessage: VideoMessage;
  documentMessage: DocumentMessage;
  audioMessage: AudioMessage;
  stickerMessage: StickerMessage;
  locationMessage: LocationMessage;
  contactMessage: ContactMessage;
  contactsArrayMessage: ContactsArrayMessage;
  ContactsArrayMessage: ContactsArrayMessage;
  pollMessage: PollMessage;
  pollUpdateMessage: PollUpdateMessage;
  editedMessage: EditedMessage;
  deletedMessage: DeletedMessage;
  buttonsMessage: ButtonsMessage;
  listMessage: ListMessage;
  templateMessage: TemplateMessage;
  interactiveButtons: InteractiveButtons;
  interactiveButtonsReply: InteractiveButtonsReply;
  buttonsResponseMessage: ButtonsResponseMessage;
  templateButtonsReplyMessage: TemplateButtonsReplyMessage;
  templateButtonReplyMessage: TemplateButtonsReplyMessage;
  listResponseMessage: ListResponseMessage;
  interactiveButtonsResponse: InteractiveButtonsResponse;
  groupInviteMessage: GroupInviteMessage;
  orderMessage: OrderMessage;
  productMessage: ProductMessage;
}

/** The content of a message. Narrow it by `typeMessage`. */
export type MessageData = MessageDataByTypeMessage[keyof MessageDataByTypeMessage];
