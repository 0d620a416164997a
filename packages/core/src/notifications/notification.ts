import type { IncomingMessageReceived } from "./incoming-message-received.ts";
import type { StateInstanceChanged } from "./state-instance-changed.ts";

/** Each `typeWebhook` with the notification it names. */
export interface NotificationByTypeWebhook {
  incomingMessageReceived: IncomingMessageReceived;
  stateInstanceChanged: StateInstanceChanged;
}

/**
 * Everything GREEN-API is known to send. Narrow it by `typeWebhook`, messages further by `messageData.typeMessage`.
 * A `typeWebhook` that isn't known yet is not in this union: it arrives as an `UnknownNotification`.
 */
export type Notification = NotificationByTypeWebhook[keyof NotificationByTypeWebhook];
