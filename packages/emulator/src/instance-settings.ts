/** A switch among the settings. */
export type Flag = "yes" | "no";

/**
 * The settings of an instance, by their names on the wire. A new instance has every flag off.
 *
 * @see https://green-api.com/en/docs/api/account/SetSettings/
 */
export interface InstanceSettings {
  /** Where notifications are delivered; empty for none, so that they can be polled. */
  readonly webhookUrl?: string;
  /** What the `Authorization` header holds: empty for no header, a bare token for `Bearer`, or a whole value such as `Basic …`. */
  readonly webhookUrlToken?: string;
  /** The least time between two sent messages. */
  readonly delaySendMessagesMilliseconds?: number;
  readonly markIncomingMessagesReaded?: Flag;
  readonly markIncomingMessagesReadedOnReply?: Flag;
  /** `outgoingMessageStatus`; `failed` and `noAccount` come even if it is off. */
  readonly outgoingWebhook?: Flag;
  /** `outgoingMessageReceived`: sent from the phone. */
  readonly outgoingMessageWebhook?: Flag;
  /** `outgoingAPIMessageReceived`: sent through the API. */
  readonly outgoingAPIMessageWebhook?: Flag;
  /** `incomingMessageReceived`. */
  readonly incomingWebhook?: Flag;
  /** `deviceInfo`. */
  readonly deviceWebhook?: Flag;
  /** `statusInstanceChanged`. */
  readonly statusInstanceWebhook?: Flag;
  /** `stateInstanceChanged`. */
  readonly stateWebhook?: Flag;
  readonly keepOnlineStatus?: Flag;
  /** `pollMessage` and `pollUpdateMessage`, besides the flag of their direction. */
  readonly pollMessageWebhook?: Flag;
  /** `incomingBlock`. */
  readonly incomingBlockWebhook?: Flag;
  /** `incomingCall`. */
  readonly incomingCallWebhook?: Flag;
  /** `outgoingCall`. */
  readonly outgoingCallWebhook?: Flag;
  /** `editedMessage`, besides the flag of its direction. */
  readonly editedMessageWebhook?: Flag;
  /** `deletedMessage`, besides the flag of its direction. */
  readonly deletedMessageWebhook?: Flag;
  /** `productMessage` and `orderMessage`, besides the flag of their direction. */
  readonly catalogWebhook?: Flag;
}
