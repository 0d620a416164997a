import type { Flag } from "./settings.ts";

/** A switch, as `setSettings` takes it: `true` is sent as `"yes"`, `false` as `"no"`. */
export type FlagInput = Flag | boolean;

/**
 * The settings that can be changed; at least one key is needed, and what isn't named stays as it is.
 * A key that isn't known yet goes through too: spread it in from a variable, `{ ...added, incomingWebhook: true }`.
 *
 * @see https://green-api.com/en/docs/api/account/SetSettings/
 */
export interface SettingsInput {
  /**
   * Where notifications are posted to; `""` for nowhere, which polling needs. May carry a secret in its query: don't log it. Default
   * `""`. All messengers.
   */
  readonly webhookUrl?: string;
  /**
   * What is sent as the `Authorization` header: `Bearer X`, `Basic X`, or a bare `X` for `Bearer X`; `""` for no header. Read in
   * clear: don't log it. Default `""`. All messengers.
   */
  readonly webhookUrlToken?: string;
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
  readonly markIncomingMessagesReaded?: FlagInput;
  /**
   * Whether a chat's messages are marked as read when something is sent to it through the API. WhatsApp, Telegram, MAX. Default
   * `"no"`.
   */
  readonly markIncomingMessagesReadedOnReply?: FlagInput;
  /**
   * Whether `outgoingMessageStatus` is sent (sent, delivered, read). The statuses `noAccount` and `failed` come even when `"no"`.
   * Not to be confused with `outgoingMessageWebhook`. All messengers. Default `"no"`.
   */
  readonly outgoingWebhook?: FlagInput;
  /**
   * Whether `outgoingMessageReceived` is sent: what was sent from the phone, the web or the desktop. WhatsApp, Telegram, MAX.
   * Default `"no"`.
   */
  readonly outgoingMessageWebhook?: FlagInput;
  /** Whether `outgoingAPIMessageReceived` is sent: what was sent through the API. All messengers. Default `"no"`. */
  readonly outgoingAPIMessageWebhook?: FlagInput;
  /** Whether `incomingMessageReceived` is sent. All messengers. Default `"no"`. */
  readonly incomingWebhook?: FlagInput;
  /** Whether `stateInstanceChanged` is sent. All messengers. Default `"no"`. */
  readonly stateWebhook?: FlagInput;
  /** Whether the account is shown as online; the phone then shows no push notifications. WhatsApp, Telegram. Default `"no"`. */
  readonly keepOnlineStatus?: FlagInput;
  /** Whether polls and poll votes are sent (`pollMessage`, `pollUpdateMessage`). WhatsApp, Telegram, MAX. Default `"no"`. */
  readonly pollMessageWebhook?: FlagInput;
  /** Whether `incomingBlock` is sent. Documented as temporarily unavailable. WhatsApp. Default `"no"`. */
  readonly incomingBlockWebhook?: FlagInput;
  /** Whether `incomingCall` is sent. WhatsApp; observed on Telegram and MAX. Default `"no"`. */
  readonly incomingCallWebhook?: FlagInput;
  /** Whether `outgoingCall` is sent. WhatsApp, beta; observed on Telegram and MAX. Default `"no"`. */
  readonly outgoingCallWebhook?: FlagInput;
  /** Whether edited messages are sent. WhatsApp, Telegram, MAX. Default `"no"`. */
  readonly editedMessageWebhook?: FlagInput;
  /** Whether deleted messages are sent. WhatsApp, Telegram, MAX. Default `"no"`. */
  readonly deletedMessageWebhook?: FlagInput;
  /**
   * Whether `productMessage` and `orderMessage` are sent. One page spells it `catalogsWebhook`. WhatsApp, beta. Default
   * `"no"`.
   */
  readonly catalogWebhook?: FlagInput;
  /** Whether `productMessage` and `orderMessage` are sent. One page's spelling of `catalogWebhook`, WhatsApp. Default `"no"`. */
  readonly catalogsWebhook?: FlagInput;
  /**
   * Whether links in sent text get a preview unless the call says otherwise. Read as a flag or a boolean: the sources disagree.
   * Observed on WhatsApp. Default `"no"`.
   */
  readonly linkPreview?: FlagInput;
  /**
   * Whether chat ids come as `@lid` instead of `@c.us`; a change needs a logout and a new QR scan. Read as a flag or a boolean: the
   * sources disagree. WhatsApp, beta since July 2026. Default `"no"`.
   */
  readonly enableLidMode?: FlagInput;
  /** Whether `deviceInfo` is sent. WhatsApp, documented as temporarily not working. Default `"no"`. */
  readonly deviceWebhook?: FlagInput;
  /** WhatsApp, deprecated. Default `"no"`. */
  readonly sharedSession?: FlagInput;
  /** Whether `statusInstanceChanged` is sent. WhatsApp, deprecated. Default `"no"`. */
  readonly statusInstanceWebhook?: FlagInput;
  /** WhatsApp, not in use any more. Default `"no"`. */
  readonly enableMessagesHistory?: FlagInput;
  /** In one example of MAX's getSettings; not explained there. Default `"no"`. */
  readonly downloadUrlJpeg?: FlagInput;
  /**
   * Whether contacts' avatars are sent (`deviceInfo` with `avatarInfo`). Only in GREEN-API's own web client, probably historical.
   * Default `"no"`.
   */
  readonly avatarInfoWebhook?: FlagInput;
  /** Doubtful: only third-party types name it. Default `"no"`. */
  readonly incomingMessageStatusWebhook?: FlagInput;
  /** Can only be read. */
  readonly wid?: never;
  /** Can only be read. */
  readonly typeInstance?: never;
  /** Can only be read. */
  readonly typeAccount?: never;
  /** Can only be read. */
  readonly countryInstance?: never;
  /** Can only be read. */
  readonly proxyInstance?: never;
}
