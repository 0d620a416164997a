export { createDispatcher } from "./dispatcher/create-dispatcher.ts";
export type { Dispatcher, OutgoingMessage, RegisteredKind, RegistrationOptions } from "./dispatcher/dispatcher.ts";
export type { Notification, NotificationByTypeWebhook } from "./notifications/notification.ts";
export type {
  KnownNotification,
  MalformedNotification,
  NotificationEnvelope,
  NotificationIssue,
  ParsedNotification,
  UnknownNotification,
} from "./notifications/parsed-notification.ts";
export { captionOf } from "./readers/caption-of.ts";
export { chatOf } from "./readers/chat-of.ts";
export { choiceOf } from "./readers/choice-of.ts";
export type { Choice } from "./readers/choice-of.ts";
export { contactsOf } from "./readers/contacts-of.ts";
export { deletionOf } from "./readers/deletion-of.ts";
export type { Deletion } from "./readers/deletion-of.ts";
export { editOf } from "./readers/edit-of.ts";
export type { Edit } from "./readers/edit-of.ts";
export { isForwarded } from "./readers/is-forwarded.ts";
export { isGroup } from "./readers/is-group.ts";
export { isMessage } from "./readers/is-message.ts";
export { isUndecryptable } from "./readers/is-undecryptable.ts";
export { keyOf } from "./readers/key-of.ts";
export { locationOf } from "./readers/location-of.ts";
export { mediaOf } from "./readers/media-of.ts";
export type { Media } from "./readers/media-of.ts";
export { pollOf } from "./readers/poll-of.ts";
export type { Poll } from "./readers/poll-of.ts";
export { quotedOf } from "./readers/quoted-of.ts";
export type { Quoted } from "./readers/quoted-of.ts";
export { reactionOf } from "./readers/reaction-of.ts";
export type { Reaction } from "./readers/reaction-of.ts";
export type { Readable } from "./readers/readable.ts";
export { senderOf } from "./readers/sender-of.ts";
export { sentAt } from "./readers/sent-at.ts";
export { textOf } from "./readers/text-of.ts";
export { unknownFieldsOf } from "./readers/unknown-fields-of.ts";
export type {
  AudioMessage,
  AvatarInfo,
  ButtonsMessage,
  ButtonsMessageData,
  ButtonsResponse,
  ButtonsResponseMessage,
  CallParticipant,
  ContactAvatar,
  ContactCard,
  ContactMessage,
  ContactMessageData,
  ContactsArrayData,
  ContactsArrayMessage,
  DeletedMessage,
  DeletedMessageData,
  DeviceData,
  DeviceInfo,
  DocumentMessage,
  EditedMessage,
  EditedMessageData,
  ExtendedTextMessage,
  ExtendedTextMessageData,
  FileMessageData,
  ForwardMarks,
  GroupInviteMessage,
  GroupInviteMessageData,
  ImageMessage,
  IncomingBlock,
  IncomingCall,
  IncomingMessageReceived,
  InstanceData,
  InteractiveButton,
  InteractiveButtons,
  InteractiveButtonsData,
  InteractiveButtonsReply,
  InteractiveButtonsResponse,
  InteractiveButtonsResponseData,
  ListMessage,
  ListMessageData,
  ListResponse,
  ListResponseMessage,
  ListRow,
  ListSection,
  LocationMessage,
  LocationMessageData,
  MessageButton,
  MessageData,
  MessageDataByTypeMessage,
  MessageNotification,
  MessageNotificationByTypeWebhook,
  OpenUnion,
  OrderMessage,
  OrderMessageData,
  OutgoingAPIMessageReceived,
  OutgoingCall,
  OutgoingMessageReceived,
  OutgoingMessageStatus,
  Place,
  PollCreation,
  PollMessage,
  PollMessageData,
  PollOption,
  PollUpdateData,
  PollUpdateMessage,
  PollVote,
  PollVoter,
  ProductMessage,
  ProductMessageData,
  QuotaData,
  QuotaExceeded,
  QuotedButton,
  QuotedMessage,
  QuotedReply,
  QuotedTextPreview,
  QuotingMessage,
  ReactionMessage,
  SenderData,
  SentTemplate,
  SplitLong,
  StateInstanceChanged,
  StatusInstanceChanged,
  StickerMessage,
  TemplateButton,
  TemplateButtonReply,
  TemplateButtonsReplyMessage,
  TemplateCallButton,
  TemplateMessage,
  TemplateMessageData,
  TemplateQuickReplyButton,
  TemplateUrlButton,
  TextMessage,
  TextMessageData,
  VideoMessage,
} from "./types.ts";
export type { Deliver, DeliveryContext, DeliveryResult } from "./receiving/deliver.ts";
export type { DeliveryOutcome } from "./receiving/delivery-outcome.ts";
export type { DuplicateStore } from "./receiving/duplicate-store.ts";
export { greenApiAddresses } from "./webhook/green-api-addresses.ts";
export { parseNotification } from "./receiving/parse-notification.ts";
export type { Quarantine, RejectedDelivery } from "./receiving/quarantine.ts";
export type { SourceAddresses } from "./webhook/source-address.ts";
export { createWebhookHandler } from "./webhook/webhook-handler.ts";
export type { WebhookHandlerOptions } from "./webhook/webhook-handler.ts";
export type { WebhookBody, WebhookHandler, WebhookRequest } from "./webhook/webhook-request.ts";
export type { WebhookResponse } from "./webhook/webhook-response.ts";
export { withoutDuplicates } from "./receiving/without-duplicates.ts";
export type { WithoutDuplicatesOptions } from "./receiving/without-duplicates.ts";
