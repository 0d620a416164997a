export { parseNotification } from "./webhook/parse-notification.ts";
export { withoutDuplicates } from "./webhook/without-duplicates.ts";
export { choiceOf } from "./readers/choice-of.ts";
export { isUndecryptable } from "./readers/is-undecryptable.ts";
export { keyOf } from "./readers/key-of.ts";
export { sentAt } from "./readers/sent-at.ts";
export { textOf } from "./readers/text-of.ts";
export type { WithoutDuplicatesOptions } from "./webhook/without-duplicates.ts";
export type { DuplicateStore } from "./webhook/duplicate-store.ts";
export type { Choice } from "./readers/choice-of.ts";
export { captionOf } from "./readers/caption-of.ts";
export { chatOf } from "./readers/chat-of.ts";
export { contactsOf } from "./readers/contacts-of.ts";
export { deletionOf } from "./readers/deletion-of.ts";
export { editOf } from "./readers/edit-of.ts";
export { isForwarded } from "./readers/is-forwarded.ts";
export { isGroup } from "./readers/is-group.ts";
export { isMessage } from "./readers/is-message.ts";
export { locationOf } from "./readers/location-of.ts";
export { mediaOf } from "./readers/media-of.ts";
export { pollOf } from "./readers/poll-of.ts";
export { quotedOf } from "./readers/quoted-of.ts";
export { reactionOf } from "./readers/reaction-of.ts";
export { senderOf } from "./readers/sender-of.ts";
export { unknownFieldsOf } from "./readers/unknown-fields-of.ts";
export type { Deletion } from "./readers/deletion-of.ts";
export type { Edit } from "./readers/edit-of.ts";
export type { Media } from "./readers/media-of.ts";
export type { Poll } from "./readers/poll-of.ts";
export type { Quoted } from "./readers/quoted-of.ts";
export type { Reaction } from "./readers/reaction-of.ts";
export type { Readable } from "./readers/readable.ts";
export type { Notification, NotificationByTypeWebhook } from "./notifications/notification.ts";
export type {
  KnownNotification,
  MalformedNotification,
  NotificationEnvelope,
  NotificationIssue,
  ParsedNotification,
  UnknownNotification,
} from "./notifications/parsed-notification.ts";
