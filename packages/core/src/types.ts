export type { ButtonsMessage, ButtonsMessageData, MessageButton } from "./messages/buttons-message.ts";
export type { ButtonsResponse, ButtonsResponseMessage } from "./messages/buttons-response-message.ts";
export type { ContactCard } from "./messages/contact-card.ts";
export type { ContactMessage, ContactMessageData } from "./messages/contact-message.ts";
export type { ContactsArrayData, ContactsArrayMessage } from "./messages/contacts-array-message.ts";
export type { DeletedMessage, DeletedMessageData } from "./messages/deleted-message.ts";
export type { EditedMessage, EditedMessageData, EditedText } from "./messages/edited-message.ts";
export type { ExtendedTextMessageData } from "./messages/extended-text-message-data.ts";
export type { ExtendedTextMessage } from "./messages/extended-text-message.ts";
export type { FileMessageData } from "./messages/file-message-data.ts";
export type { AudioMessage, DocumentMessage, ImageMessage, StickerMessage, VideoMessage } from "./messages/file-message.ts";
export type { ForwardMarks } from "./messages/forward-marks.ts";
export type { GroupInviteMessageData, SplitLong } from "./messages/group-invite-message-data.ts";
export type { GroupInviteMessage } from "./messages/group-invite-message.ts";
export type { InteractiveButton, InteractiveButtonsData } from "./messages/interactive-buttons-data.ts";
export type { InteractiveButtonsReply } from "./messages/interactive-buttons-reply.ts";
export type { InteractiveButtonsResponse, InteractiveButtonsResponseData } from "./messages/interactive-buttons-response.ts";
export type { InteractiveButtons } from "./messages/interactive-buttons.ts";
export type { ListMessage, ListMessageData } from "./messages/list-message.ts";
export type { ListResponse, ListResponseMessage } from "./messages/list-response-message.ts";
export type { ListRow, ListSection } from "./messages/list-section.ts";
export type { LocationMessage, LocationMessageData } from "./messages/location-message.ts";
export type { MessageData, MessageDataByTypeMessage } from "./messages/message-data.ts";
export type { OrderMessage, OrderMessageData } from "./messages/order-message.ts";
export type { Place } from "./messages/place.ts";
export type { PollCreation, PollMessage, PollMessageData } from "./messages/poll-message.ts";
export type { PollOption } from "./messages/poll-option.ts";
export type { PollUpdateData, PollUpdateMessage, PollVote, PollVoter } from "./messages/poll-update-message.ts";
export type { ProductMessage, ProductMessageData } from "./messages/product-message.ts";
export type { QuotedButton, QuotedMessage, QuotedTextPreview, QuotingMessage } from "./messages/quoted-message.ts";
export type { QuotedReply } from "./messages/quoted-reply.ts";
export type { ReactionMessage } from "./messages/reaction-message.ts";
export type { TemplateButtonReply } from "./messages/template-button-reply.ts";
export type { TemplateButton, TemplateCallButton, TemplateQuickReplyButton, TemplateUrlButton } from "./messages/template-button.ts";
export type { TemplateButtonsReplyMessage } from "./messages/template-buttons-reply-message.ts";
export type { SentTemplate, TemplateMessage, TemplateMessageData } from "./messages/template-message.ts";
export type { TextMessage, TextMessageData } from "./messages/text-message.ts";
export type { CallParticipant } from "./notifications/call-participant.ts";
export type { AvatarInfo, ContactAvatar } from "./notifications/contact-avatar.ts";
export type { DeviceData, DeviceInfo } from "./notifications/device-info.ts";
export type { IncomingBlock } from "./notifications/incoming-block.ts";
export type { IncomingCall } from "./notifications/incoming-call.ts";
export type { IncomingMessageReceived } from "./notifications/incoming-message-received.ts";
export type { InstanceData, TypeInstance } from "./notifications/instance-data.ts";
export type { MessageNotification, MessageNotificationByTypeWebhook } from "./notifications/message-notification.ts";
export type { Notification, NotificationByTypeWebhook } from "./notifications/notification.ts";
export type { OutgoingAPIMessageReceived } from "./notifications/outgoing-api-message-received.ts";
export type { OutgoingCall } from "./notifications/outgoing-call.ts";
export type { OutgoingMessageReceived } from "./notifications/outgoing-message-received.ts";
export type { OutgoingMessageStatus } from "./notifications/outgoing-message-status.ts";
export type {
  KnownNotification,
  MalformedNotification,
  NotificationEnvelope,
  ParsedNotification,
  UnknownNotification,
} from "./notifications/parsed-notification.ts";
export type { QuotaData, QuotaExceeded } from "./notifications/quota-exceeded.ts";
export type { SenderData } from "./notifications/sender-data.ts";
export type { StateInstance, StateInstanceChanged } from "./notifications/state-instance-changed.ts";
export type { StatusInstanceChanged } from "./notifications/status-instance-changed.ts";
export type { NotificationIssue } from "./schema/notification-issue.ts";
export type { OpenUnion } from "./schema/open-union.ts";
