import type { MessageNotification } from "./message-notification.schema.ts";
import type { NotificationByTypeWebhook } from "./notification.ts";
import type { SchemaSource } from "./schema-for.ts";
import { stateInstanceChangedSchema } from "./state-instance-changed.schema.ts";

type MessageTypeWebhook = MessageNotification["typeWebhook"];

/** The `typeWebhook` values that carry a message, whose schema depends on `messageData.typeMessage` too. */
export const messageTypeWebhooks: { readonly [Type in MessageTypeWebhook]: Type } = {
  incomingMessageReceived: "incomingMessageReceived",
};

/** The schema for each other `typeWebhook`. The compiler demands that none is missing. */
export const notificationTable: {
  readonly [Type in Exclude<keyof NotificationByTypeWebhook, MessageTypeWebhook>]: SchemaSource<NotificationByTypeWebhook[Type]>;
} = {
  stateInstanceChanged: stateInstanceChangedSchema,
};
