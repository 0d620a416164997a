export type { IncomingMessageReceived } from "./notifications/incoming-message-received.ts";
export type { InstanceData } from "./notifications/instance-data.ts";
export type { Notification, NotificationByTypeWebhook } from "./notifications/notification.ts";
export type { OpenUnion } from "./notifications/open-union.ts";
export type { SenderData } from "./notifications/sender-data.ts";
export type { StateInstanceChanged } from "./notifications/state-instance-changed.ts";
export type { MessageData, MessageDataByTypeMessage } from "./messages/message-data.ts";
export type { TextMessage, TextMessageData } from "./messages/text-message.ts";
