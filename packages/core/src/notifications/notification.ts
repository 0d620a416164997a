import { union, type Schema } from "../schema/schema.ts";
import { contactAvatarSchema, type ContactAvatar } from "./contact-avatar.ts";
import { deviceInfoSchema, type DeviceInfo } from "./device-info.ts";
import { incomingBlockSchema, type IncomingBlock } from "./incoming-block.ts";
import { incomingCallSchema, type IncomingCall } from "./incoming-call.ts";
import type { IncomingMessageReceived } from "./incoming-message-received.ts";
import { messageNotificationTable } from "./message-notification.ts";
import type { OutgoingAPIMessageReceived } from "./outgoing-api-message-received.ts";
import { outgoingCallSchema, type OutgoingCall } from "./outgoing-call.ts";
import type { OutgoingMessageReceived } from "./outgoing-message-received.ts";
import { outgoingMessageStatusSchema, type OutgoingMessageStatus } from "./outgoing-message-status.ts";
import { quotaExceededSchema, type QuotaExceeded } from "./quota-exceeded.ts";
import { stateInstanceChangedSchema, type StateInstanceChanged } from "./state-instance-changed.ts";
import { statusInstanceChangedSchema, type StatusInstanceChanged } from "./status-instance-changed.ts";

/** Each `typeWebhook` with the notification it names. */
export interface NotificationByTypeWebhook {
  /** A message to the account. Setting `incomingWebhook`. */
  incomingMessageReceived: IncomingMessageReceived;
  /** A message that the account sent from the phone, the web or the desktop. Setting `outgoingMessageWebhook`. */
  outgoingMessageReceived: OutgoingMessageReceived;
  /** A message that was sent through the API; plain text comes back as `extendedTextMessage`. Setting `outgoingAPIMessageWebhook`. */
  outgoingAPIMessageReceived: OutgoingAPIMessageReceived;
  /** A sent message's new status. Setting `outgoingWebhook`; `failed` and `noAccount` come without it. */
  outgoingMessageStatus: OutgoingMessageStatus;
  /** The instance's new state. Setting `stateWebhook`. */
  stateInstanceChanged: StateInstanceChanged;
  /** The connection to the phone came or went. Setting `statusInstanceWebhook`; deprecated. */
  statusInstanceChanged: StatusInstanceChanged;
  /** The phone's data or a contact's avatar: narrow it by `deviceData` or `avatarInfo`. Setting `deviceWebhook`; deprecated. */
  deviceInfo: DeviceInfo | ContactAvatar;
  /** A call to the account, and its result. Setting `incomingCallWebhook`. */
  incomingCall: IncomingCall;
  /** A call from the account. Setting `outgoingCallWebhook`; beta. */
  outgoingCall: OutgoingCall;
  /** The account was blocked by a contact. Setting `incomingBlockWebhook`; deprecated. */
  incomingBlock: IncomingBlock;
  /** The Developer plan's monthly limit is reached. Has no setting of its own. */
  quotaExceeded: QuotaExceeded;
}

/**
 * Everything GREEN-API is known to send. Narrow it by `typeWebhook`, messages further by `messageData.typeMessage`.
 * A `typeWebhook` that isn't known yet is not in this union: it arrives as an `UnknownNotification`.
 */
export type Notification = NotificationByTypeWebhook[keyof NotificationByTypeWebhook];

/**
 * The schema for each `typeWebhook`. The compiler demands that none is missing.
 *
 * @internal
 */
export const notificationTable: { readonly [Type in keyof NotificationByTypeWebhook]: Schema<NotificationByTypeWebhook[Type]> } = {
  ...messageNotificationTable,
  outgoingMessageStatus: outgoingMessageStatusSchema,
  stateInstanceChanged: stateInstanceChangedSchema,
  statusInstanceChanged: statusInstanceChangedSchema,
  deviceInfo: union([deviceInfoSchema, contactAvatarSchema]),
  incomingCall: incomingCallSchema,
  outgoingCall: outgoingCallSchema,
  incomingBlock: incomingBlockSchema,
  quotaExceeded: quotaExceededSchema,
};
