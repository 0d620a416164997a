import type { LiteralUnion } from "type-fest";

/** A switch, as GREEN-API writes it. */
export type Flag = "yes" | "no";

/**
 * The settings of an instance, as `getSettings` answers: no instance has all of them, and keys that aren't known yet come through.
 * Every flag is `"no"` on a new instance. After a change the old values may show for some minutes.
 *
 * @see https://green-api.com/en/docs/api/account/GetSettings/
 */
export interface Settings {
  /** The account in its messenger, `79000000000@c.us` on WhatsApp; empty while not authorised. WhatsApp, Telegram, MAX; read only. */
  readonly wid?: string;
  /** Which messenger the instance serves; `v3` is MAX. Telegram, MAX; observed on WhatsApp; read only. */
  readonly typeInstance?: LiteralUnion<"whatsapp" | "telegram" | "v3", string>;
  /** Deprecated, usually empty. WhatsApp, deprecated; read only. */
  readonly typeAccount?: string;
  /** Deprecated, usually empty. WhatsApp, deprecated; read only. */
  readonly countryInstance?: string;
  /** The instance's own proxy; `system proxy` in examples. Observed on WhatsApp; read only. */
  readonly proxyInstance?: string;
  /**
   * Where notifications are posted to; `""` for nowhere, which polling needs. May carry a secret in its query: don't log it. Default
   * `""`. All messengers.
   */
  readonly webhookUrl?: string | null;
  /**
   * What is sent as the `Authorization` header: `Bearer X`, `Basic X`, or a bare `X` for `Bearer X`; `""` for no header. Read in
   * clear: don't log it. Default `""`. All messengers.
   */
  readonly webhookUrlToken?: string | null;
  /**
   * Milliseconds between two messages that are sent, at least 500; at most 600,000, with 300,000 recommended (older pages allow
   * more). Default 500 to 3,000, depending on the page. WhatsApp, Telegram, MAX.
   */
  readonly delaySendMessagesMilliseconds?: number;
  /**
   * Grade of the automatic typing indicator before a message is sent, 0 for none; one source goes up to 4, another up to 10. Default
   * 0. WhatsApp.
   */
  readonly autoTyping?: number;
  /**
   * Whether incoming messages are marked as read at once. Ignored while `markIncomingMessagesReadedOnReply` is `"yes"`. WhatsApp,
   * Telegram, MAX. Default `"no"`.
   */
  readonly markIncomingMessagesReaded?: Flag;
  /**
   * Whether a chat's messages are marked as read when something is sent to it through the API. WhatsApp, Telegram, MAX. Default
   * `"no"`.
   */
  readonly markIncomingMessagesReadedOnReply?: Flag;
  /**
   * Whether `outgoingMessageStatus` is sent (sent, delivered, read). The statuses `noAccount` and `failed` come even when `"no"`.
   * Not to be confused with `outgoingMessageWebhook`. All messengers. Default `"no"`.
   */
  readonly outgoingWebhook?: Flag;
  /**
   * Whether `outgoingMessageReceived` is sent: what was sent from the phone, the web or the desktop. WhatsApp, Telegram, MAX.
   * Default `"no"`.
   */
  readonly outgoingMessageWebhook?: Flag;
  /** Whether `outgoingAPIMessageReceived` is sent: what was sent through the API. All messengers. Default `"no"`. */
  readonly outgoingAPIMessageWebhook?: Flag;
  /** Whether `incomingMessageReceived` is sent. All messengers. Default `"no"`. */
  readonly incomingWebhook?: Flag;
  /** Whether `stateInstanceChanged` is sent. All messengers. Default `"no"`. */
  readonly stateWebhook?: Flag;
  /** Whether the account is shown as online; the phone then shows no push notifications. WhatsApp, Telegram. Default `"no"`. */
  readonly keepOnlineStatus?: Flag;
  /** Whether polls and poll votes are sent (`pollMessage`, `pollUpdateMessage`). WhatsApp, Telegram, MAX. Default `"no"`. */
  readonly pollMessageWebhook?: Flag;
  /** Whether `incomingBlock` is sent. Documented as temporarily unavailable. WhatsApp. Default `"no"`. */
  readonly incomingBlockWebhook?: Flag;
  /** Whether `incomingCall` is sent. WhatsApp; observed on Telegram and MAX. Default `"no"`. */
  readonly incomingCallWebhook?: Flag;
  /** Whether `outgoingCall` is sent. WhatsApp, beta; observed on Telegram and MAX. Default `"no"`. */
  readonly outgoingCallWebhook?: Flag;
  /** Whether edited messages are sent. WhatsApp, Telegram, MAX. Default `"no"`. */
  readonly editedMessageWebhook?: Flag;
  /** Whether deleted messages are sent. WhatsApp, Telegram, MAX. Default `"no"`. */
  readonly deletedMessageWebhook?: Flag;
  /**
   * Whether `productMessage` and `orderMessage` are sent. One page spells it `catalogsWebhook`. WhatsApp, beta. Default
   * `"no"`.
   */
  readonly catalogWebhook?: Flag;
  /** Whether `productMessage` and `orderMessage` are sent. One page's spelling of `catalogWebhook`, WhatsApp. Default `"no"`. */
  readonly catalogsWebhook?: Flag;
  /**
   * Whether links in sent text get a preview unless the call says otherwise. Read as a flag or a boolean: the sources disagree.
   * Observed on WhatsApp. Default `"no"`.
   */
  readonly linkPreview?: Flag | boolean;
  /**
   * Whether chat ids come as `@lid` instead of `@c.us`; a change needs a logout and a new QR scan. Read as a flag or a boolean: the
   * sources disagree. WhatsApp, beta since July 2026. Default `"no"`.
   */
  readonly enableLidMode?: Flag | boolean;
  /** Whether `deviceInfo` is sent. WhatsApp, documented as temporarily not working. Default `"no"`. */
  readonly deviceWebhook?: Flag;
  /** WhatsApp, deprecated. Default `"no"`. */
  readonly sharedSession?: Flag;
  /** Whether `statusInstanceChanged` is sent. WhatsApp, deprecated. Default `"no"`. */
  readonly statusInstanceWebhook?: Flag;
  /** WhatsApp, not in use any more. Default `"no"`. */
  readonly enableMessagesHistory?: Flag;
  /** In one example of MAX's getSettings; not explained there. Default `"no"`. */
  readonly downloadUrlJpeg?: Flag;
  /**
   * Whether contacts' avatars are sent (`deviceInfo` with `avatarInfo`). Only in GREEN-API's own web client, probably historical.
   * Default `"no"`.
   */
  readonly avatarInfoWebhook?: Flag;
  /** Doubtful: only third-party types name it. Default `"no"`. */
  readonly incomingMessageStatusWebhook?: Flag;
  /** Whatever GREEN-API adds. */
  readonly [key: string]: unknown;
}
