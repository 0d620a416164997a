// One row of these tables is one factory.
export * from "./factories/choice-messages.ts";
export * from "./factories/content-messages.ts";
export * from "./factories/file-messages.ts";
export * from "./factories/notifications-without-message.ts";
export * from "./factories/text-messages.ts";

export { asOutgoing, asOutgoingApi } from "./factories/as-outgoing.ts";
export { everyNotification, type NamedNotification } from "./factories/every-notification.ts";
export type { MessageChanges, MessageFactory, MessageInput, NotificationFactory, NotificationInput } from "./factories/factory.ts";
export type { Changes, DeepPartial } from "./factories/merge.ts";
export { quoting } from "./factories/quoting.ts";
export { unknownNotification, type UnknownNotificationInput } from "./factories/unknown-notification.ts";
export type { TypeInstance } from "@greenhook/core";
