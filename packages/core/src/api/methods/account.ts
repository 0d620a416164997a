import type { LiteralUnion } from "type-fest";
import type { CallOptions } from "./call-options.ts";
import type { Settings } from "./settings.ts";
import type { SettingsInput } from "./settings-input.ts";

/**
 * The state of an instance. `yellowCard` was renamed `suspended` in July 2026 and both occur; `sleepMode` and `pendingCode` are obsolete;
 * `pendingPassword` is Telegram's second factor.
 */
export type StateInstance = LiteralUnion<
  "notAuthorized" | "authorized" | "blocked" | "starting" | "suspended" | "yellowCard" | "sleepMode" | "pendingPassword" | "pendingCode",
  string
>;

/** What `startAuthorization` and its kin answer. */
export interface AuthorizationStep {
  /** Whether the request was taken. */
  readonly status: boolean;
  /** How the step went. */
  readonly data?: {
    /** Whether the step succeeded. */
    readonly status: LiteralUnion<"success" | "fail", string>;
    /** Why it failed: `already_registered`, `invalid_password`, `rate_limit_exceeded`, `authorization_not_started`, `timeout` were observed. */
    readonly reason?: string | null;
  };
}

/** Methods that concern the instance itself. Rates are those documented for WhatsApp, per instance and method. */
export interface AccountMethods {
  /**
   * The settings as they are, `webhookUrlToken` in clear. 1 a second.
   *
   * @see https://green-api.com/en/docs/api/account/GetSettings/
   */
  getSettings(options?: CallOptions): Promise<Settings>;
  /**
   * Changes settings; every call restarts the instance, and the change shows within 5 minutes, or never: `applySettings` makes sure.
   * Never repeated. 1 a second.
   *
   * @returns `saveSettings: false` means that nothing was changed; `true` doesn't prove that something was.
   * @throws {ApiValidationError} a read-only key, a wrong type, no key at all
   * @see https://green-api.com/en/docs/api/account/SetSettings/
   */
  setSettings(settings: SettingsInput, options?: CallOptions): Promise<{ readonly saveSettings: boolean }>;
  /**
   * The instance's state. 1 a second.
   *
   * @throws {ApiInstanceNotReadyError} `starting`, also while a new instance is being made (its answer is `null`)
   * @see https://green-api.com/en/docs/api/account/GetStateInstance/
   */
  getStateInstance(options?: CallOptions): Promise<{ readonly stateInstance: StateInstance }>;
  /** Whether the instance is connected to its messenger. An archived method. 1 a second. */
  getStatusInstance(options?: CallOptions): Promise<{ readonly statusInstance: LiteralUnion<"online" | "offline", string> }>;
  /**
   * The latest states. `count`: how many, by default 100. No rate is documented: 1 a second.
   *
   * @see https://green-api.com/en/docs/api/account/GetStateInstanceHistory/
   */
  getStateInstanceHistory(input?: { readonly count?: number }, options?: CallOptions): Promise<readonly StateInstanceHistoryItem[]>;
  /** Restarts the instance. Never repeated. 1 a second. @see https://green-api.com/en/docs/api/account/Reboot/ */
  reboot(options?: CallOptions): Promise<{ readonly isReboot: boolean }>;
  /** Logs the instance out of its messenger. Never repeated. 1 a second. @see https://green-api.com/en/docs/api/account/Logout/ */
  logout(options?: CallOptions): Promise<{ readonly isLogout: boolean }>;
  /**
   * The code to scan, which changes every 20 s. Of use only while the instance is `notAuthorized`. 3 a second.
   *
   * @see https://green-api.com/en/docs/api/account/QR/
   */
  qr(options?: CallOptions): Promise<QrAnswer>;
  /**
   * A code to type in on the phone instead of scanning, valid for about 2.5 minutes. No rate is documented: 1 a second. Never repeated.
   *
   * @see https://green-api.com/en/docs/api/account/GetAuthorizationCode/
   */
  getAuthorizationCode(
    input: { readonly phoneNumber: number },
    options?: CallOptions,
  ): Promise<{ readonly status: boolean; readonly code: string | null }>;
  /** The WhatsApp account behind the instance. 1 a second. @see https://green-api.com/en/docs/api/account/GetWaSettings/ */
  getWaSettings(options?: CallOptions): Promise<WaSettings>;
  /** The Telegram or MAX account behind the instance. 1 a second. @see https://green-api.com/en/telegram/docs/api/account/GetAccountSettings/ */
  getAccountSettings(options?: CallOptions): Promise<AccountSettings>;
  /**
   * Changes the account's picture. `file`: the bytes of a JPEG. Never repeated. One in 10 s.
   *
   * @see https://green-api.com/en/docs/api/account/SetProfilePicture/
   */
  setProfilePicture(input: { readonly file: Uint8Array }, options?: CallOptions): Promise<SetProfilePictureAnswer>;
  /**
   * Makes a new token; the old one, and this client with it, is dead at once. Beta. Never repeated. No rate is documented: 1 a second.
   *
   * @see https://green-api.com/en/docs/api/account/UpdateApiToken/
   */
  updateApiToken(options?: CallOptions): Promise<{ readonly apiTokenInstance: string }>;
  /** Begins authorisation by phone number, digits without `+`. Telegram, MAX. Never repeated. */
  startAuthorization(input: { readonly phoneNumber: number }, options?: CallOptions): Promise<AuthorizationStep>;
  /** Goes on with the code that the messenger sent, and the second factor's password where there is one. Telegram, MAX. Never repeated. */
  sendAuthorizationCode(input: { readonly code: string; readonly password?: string }, options?: CallOptions): Promise<AuthorizationStep>;
  /** Goes on with the second factor's password. Telegram, MAX. Never repeated. */
  sendAuthorizationPassword(input: { readonly password: string }, options?: CallOptions): Promise<AuthorizationStep>;
}

/** One state in an instance's past. */
export interface StateInstanceHistoryItem {
  /** The state that began then. */
  readonly stateInstance: StateInstance;
  /** When it began, UNIX seconds. */
  readonly timestamp: number;
  /** The account. Documented as an integer, while the example is a `…@c.us` string. */
  readonly phoneNumber?: string | number | null;
}

/** What `qr` answers. */
export interface QrAnswer {
  /** `pending_password` is Telegram's second factor; `passkeyRequired` exists since July 2026. */
  readonly type: LiteralUnion<"qrCode" | "error" | "alreadyLogged" | "passkeyRequired" | "pending_password", string>;
  /** For `qrCode` a PNG in base64, otherwise a text. */
  readonly message: string;
}

/** What `getWaSettings` answers; texts are empty while not authorised. */
export interface WaSettings {
  /** Address of the picture. */
  readonly avatar?: string;
  /** The account's phone number. */
  readonly phone?: string;
  /** The instance's state, as `getStateInstance` gives it. */
  readonly stateInstance?: StateInstance;
  /** What it names is not documented. */
  readonly deviceId?: string;
  /** Observed, not documented. */
  readonly chatId?: string;
}

/** What `getAccountSettings` answers. */
export interface AccountSettings {
  /** Address of the picture. */
  readonly avatar?: string;
  /** The account's phone number. */
  readonly phone?: string;
  /** The instance's state, as `getStateInstance` gives it. */
  readonly stateInstance?: StateInstance;
  /** The account's own chat id: digits. */
  readonly chatId?: string;
  /** UNIX seconds. */
  readonly suspendedUntil?: number | null;
  /** Observed, not documented. */
  readonly username?: string;
}

/** What `setProfilePicture` answers. */
export interface SetProfilePictureAnswer {
  /** Whether the picture was changed. */
  readonly setProfilePicture: boolean;
  /** Address of the new picture. */
  readonly urlAvatar?: string | null;
  /** Why it failed. */
  readonly reason?: string | null;
}
