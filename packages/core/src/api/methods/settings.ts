import type { TypeInstance } from "../../notifications/instance-data.ts";
import type { OpenUnion } from "../../schema/open-union.ts";

/** A switch, as GREEN-API writes it. */
export type Flag = "yes" | "no";

/** A switch, as `setSettings` takes it: `true` is sent as `"yes"`, `false` as `"no"`. */
export type FlagInput = Flag | boolean;

/** The settings known today. No instance has all of them. Every flag is `"no"` on a new instance. */
export interface KnownSettings {
  /** The account in its messenger, `79000000000@c.us` on WhatsApp; empty while not authorised. WhatsApp, Telegram, MAX. Read only. */
  readonly wid?: string;
  /** The messenger. Telegram, MAX; observed on WhatsApp. Read only. */
  readonly typeInstance?: OpenUnion<TypeInstance>;
  /** Usually empty. WhatsApp, deprecated. Read only. */
  readonly typeAccount?: string;
  /** Usually empty. WhatsApp, deprecated. Read only. */
  readonly countryInstance?: string;
  /** The instance's own proxy; `system proxy` in examples. Observed on WhatsApp. Read only. */
  readonly proxyInstance?: string;
  /**
   * The URL that notifications are posted to; `""` for none, which polling needs. May carry a secret in its query: don't log it. All messengers.
   *
   * @default ""
   */
  readonly webhookUrl?: string | null;
  /**
   * The `Authorization` header to send: `Bearer X`, `Basic X`, or a bare `X` for `Bearer X`; `""` for no header. Read in clear: don't log it.
   * All messengers.
   *
   * @default ""
   */
  readonly webhookUrlToken?: string | null;
  /**
   * The interval between two outgoing messages, at least 500; at most 600,000, with 300,000 recommended (older pages allow more). WhatsApp,
   * Telegram, MAX.
   *
   * @default 500 to 3_000, depending on the page
   */
  readonly delaySendMessagesMilliseconds?: number;
  /**
   * Grade of the automatic typing indicator before a message is sent, 0 for none; one source goes up to 4, another up to 10. WhatsApp.
   *
   * @default 0
   */
  readonly autoTyping?: number;
  /**
   * Whether incoming messages are marked as read at once. Ignored while `markIncomingMessagesReadedOnReply` is `"yes"`. WhatsApp,
   * Telegram, MAX.
   */
  readonly markIncomingMessagesReaded?: Flag;
  /**
   * Whether a chat's messages are marked as read when a message is sent to it through the API. WhatsApp, Telegram, MAX.
   */
  readonly markIncomingMessagesReadedOnReply?: Flag;
  /**
   * Whether `outgoingMessageStatus` is sent (sent, delivered, read). The statuses `noAccount` and `failed` are sent even when `"no"`.
   * Not to be confused with `outgoingMessageWebhook`. All messengers.
   */
  readonly outgoingWebhook?: Flag;
  /**
   * Whether `outgoingMessageReceived` is sent, for messages from the phone, the web or the desktop. WhatsApp, Telegram, MAX.
   */
  readonly outgoingMessageWebhook?: Flag;
  /** Whether `outgoingAPIMessageReceived` is sent, for messages sent through the API. All messengers. */
  readonly outgoingAPIMessageWebhook?: Flag;
  /** Whether `incomingMessageReceived` is sent. All messengers. */
  readonly incomingWebhook?: Flag;
  /** Whether `stateInstanceChanged` is sent. All messengers. */
  readonly stateWebhook?: Flag;
  /** Whether the account is shown as online; the phone then shows no push notifications. WhatsApp, Telegram. */
  readonly keepOnlineStatus?: Flag;
  /** Whether polls and poll votes are sent (`pollMessage`, `pollUpdateMessage`). WhatsApp, Telegram, MAX. */
  readonly pollMessageWebhook?: Flag;
  /** Whether `incomingBlock` is sent. Documented as temporarily unavailable. WhatsApp. */
  readonly incomingBlockWebhook?: Flag;
  /** Whether `incomingCall` is sent. WhatsApp; observed on Telegram and MAX. */
  readonly incomingCallWebhook?: Flag;
  /** Whether `outgoingCall` is sent. WhatsApp, beta; observed on Telegram and MAX. */
  readonly outgoingCallWebhook?: Flag;
  /** Whether edited messages are sent. WhatsApp, Telegram, MAX. */
  readonly editedMessageWebhook?: Flag;
  /** Whether deleted messages are sent. WhatsApp, Telegram, MAX. */
  readonly deletedMessageWebhook?: Flag;
  /**
   * Whether `productMessage` and `orderMessage` are sent. One page spells it `catalogsWebhook`. WhatsApp, beta.
   */
  readonly catalogWebhook?: Flag;
  /** Whether `productMessage` and `orderMessage` are sent. One page's spelling of `catalogWebhook`, WhatsApp. */
  readonly catalogsWebhook?: Flag;
  /**
   * Whether links in sent text get a preview unless the call says otherwise. Read as a flag or a boolean: the sources disagree.
   * Observed on WhatsApp.
   */
  readonly linkPreview?: Flag | boolean;
  /**
   * Whether chat ids come as `@lid` instead of `@c.us`; a change needs a logout and a new QR scan. Read as a flag or a boolean: the
   * sources disagree. WhatsApp, beta since July 2026.
   */
  readonly enableLidMode?: Flag | boolean;
  /** Whether `deviceInfo` is sent. WhatsApp, documented as temporarily not working. */
  readonly deviceWebhook?: Flag;
  /** WhatsApp, deprecated. */
  readonly sharedSession?: Flag;
  /** Whether `statusInstanceChanged` is sent. WhatsApp, deprecated. */
  readonly statusInstanceWebhook?: Flag;
  /** WhatsApp, no longer in use. */
  readonly enableMessagesHistory?: Flag;
  /** In one example of MAX's getSettings; not explained there. */
  readonly downloadUrlJpeg?: Flag;
  /**
   * Whether contacts' avatars are sent (`deviceInfo` with `avatarInfo`). Only in GREEN-API's own web client, probably historical.
   */
  readonly avatarInfoWebhook?: Flag;
  /** Doubtful: only third-party types name it. */
  readonly incomingMessageStatusWebhook?: Flag;
}

/**
 * The settings of an instance, as `getSettings` returns them: keys that aren't known yet are included. After a change the old values may show
 * for some minutes.
 *
 * @see https://green-api.com/en/docs/api/account/GetSettings/
 */
export interface Settings extends KnownSettings {
  /** Settings that GREEN-API adds. */
  readonly [key: string]: unknown;
}

/**
 * The settings to change; at least one key is needed, and keys that are absent stay as they are.
 * A key that isn't known yet goes through too: spread it in from a variable, `{ ...added, incomingWebhook: true }`.
 *
 * @see https://green-api.com/en/docs/api/account/SetSettings/
 */
export interface SettingsInput extends ChangeableSettings {}

/** The known settings in the form that `setSettings` takes them. */
export type ChangeableSettings = {
  readonly [Key in keyof KnownSettings]?: Key extends "wid" | "typeInstance" | "typeAccount" | "countryInstance" | "proxyInstance"
    ? never
    : NonNullable<KnownSettings[Key]> extends FlagInput
      ? FlagInput
      : NonNullable<KnownSettings[Key]>;
};
