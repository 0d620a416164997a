import type { ContactAvatar } from "./contact-avatar.ts";
import type { DeviceInfo } from "./device-info.ts";
import type { IncomingBlock } from "./incoming-block.ts";
import type { IncomingCall } from "./incoming-call.ts";
import type { IncomingMessageReceived } from "./incoming-message-received.ts";
import type { OutgoingAPIMessageReceived } from "./outgoing-api-message-received.ts";
import type { OutgoingCall } from "./outgoing-call.ts";
import type { OutgoingMessageReceived } from "./outgoing-message-received.ts";
import type { OutgoingMessageStatus } from "./outgoing-message-status.ts";
import type { QuotaExceeded } from "./quota-exceeded.ts";
import type { StateInstanceChanged } from "./state-instance-changed.ts";
import type { StatusInstanceChanged } from "./status-instance-changed.ts";

/** Each `typeWebhook` with the notification it names. */
export interface NotificationByTypeWebhook {
  incomingMessageReceived: IncomingMessageReceived;
  outgoingMessageReceived: OutgoingMessageReceived;
  outgoingAPIMessageReceived: OutgoingAPIMessageReceived;
  outgoingMessageStatus: OutgoingMessageStatus;
  stateInstanceChanged: StateInstanceChanged;
  statusInstanceChanged: StatusInstanceChanged;
  deviceInfo: DeviceInfo | ContactAvatar;
  incomingCall: IncomingCall;
  outgoingCall: OutgoingCall;
  incomingBlock: IncomingBlock;
  quotaExceeded: QuotaExceeded;
}

/**
 * Everything GREEN-API is known to send. Narrow it by `typeWebhook`, messages further by `messageData.typeMessage`.
 * A `typeWebhook` that isn't known yet is not in this union: it arrives as an `UnknownNotification`.
 */
export type Notification = NotificationByTypeWebhook[keyof NotificationByTypeWebhook];
