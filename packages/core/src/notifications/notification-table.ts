import { deviceInfoOrAvatarSchema } from "./device-info-or-avatar.schema.ts";
import { incomingBlockSchema } from "./incoming-block.schema.ts";
import { incomingCallSchema } from "./incoming-call.schema.ts";
import type { MessageNotification } from "./message-notification.ts";
import type { NotificationByTypeWebhook } from "./notification.ts";
import { outgoingCallSchema } from "./outgoing-call.schema.ts";
import { outgoingMessageStatusSchema } from "./outgoing-message-status.schema.ts";
import { quotaExceededSchema } from "./quota-exceeded.schema.ts";
import type { SchemaSource } from "./schema-for.ts";
import { stateInstanceChangedSchema } from "./state-instance-changed.schema.ts";
import { statusInstanceChangedSchema } from "./status-instance-changed.schema.ts";

type MessageTypeWebhook = MessageNotification["typeWebhook"];

/** The `typeWebhook` values that carry a message, whose schema depends on `messageData.typeMessage` too. */
export const messageTypeWebhooks: { readonly [Type in MessageTypeWebhook]: Type } = {
  incomingMessageReceived: "incomingMessageReceived",
  outgoingMessageReceived: "outgoingMessageReceived",
  outgoingAPIMessageReceived: "outgoingAPIMessageReceived",
};

/**
 * Whether a `typeWebhook` is one of those. Compared one by one, since
 * looking a fresh string up in an object costs more than all three.
 */
export function isMessageTypeWebhook(typeWebhook: string): typeWebhook is MessageTypeWebhook {
  return (
    typeWebhook === "incomingMessageReceived" || typeWebhook === "outgoingMessageReceived" || typeWebhook === "outgoingAPIMessageReceived"
  );
}

/** The schema for each other `typeWebhook`. The compiler demands that none is missing. */
export const notificationTable: {
  readonly [Type in Exclude<keyof NotificationByTypeWebhook, MessageTypeWebhook>]: SchemaSource<NotificationByTypeWebhook[Type]>;
} = {
  outgoingMessageStatus: outgoingMessageStatusSchema,
  stateInstanceChanged: stateInstanceChangedSchema,
  statusInstanceChanged: statusInstanceChangedSchema,
  deviceInfo: deviceInfoOrAvatarSchema,
  incomingCall: incomingCallSchema,
  outgoingCall: outgoingCallSchema,
  incomingBlock: incomingBlockSchema,
  quotaExceeded: quotaExceededSchema,
};
