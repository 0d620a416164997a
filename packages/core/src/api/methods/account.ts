import type { StateInstance } from "../../notifications/state-instance-changed.ts";
import type { OpenUnion } from "../../schema/open-union.ts";
import type { CallOptions } from "./call-options.ts";
import type { FileInput } from "./file-input.ts";
import { act, change, read, type MethodSpecs } from "./method-spec.ts";
import type { Settings, SettingsInput } from "./settings.ts";
import { check } from "./value-check.ts";

/**
 * Result of the authorization methods. A step that failed is an {@link ApiRateLimitError}, or an {@link ApiValidationError} whose `code` is
 * GREEN-API's reason: `already_registered`, `invalid_password`, `authorization_not_started`, `timeout` were observed.
 */
export interface AuthorizationStep {
  readonly status: boolean;
  readonly data?: {
    readonly status: OpenUnion<"success">;
    readonly reason?: string | null;
  };
}

/** Methods that concern the instance itself. Rates are those documented for WhatsApp, per instance and method. */
export interface AccountMethods {
  /**
   * The current settings, with `webhookUrlToken` in clear. 1 a second.
   *
   * @see https://green-api.com/en/docs/api/account/GetSettings/
   */
  getSettings(options?: CallOptions): Promise<Settings>;
  /**
   * Changes settings. Every call restarts the instance, and the change shows within 5 minutes, or never: `applySettings` makes sure.
   * Never retried. 1 a second.
   *
   * @returns `saveSettings: false` means that nothing was changed; `true` doesn't prove that something was.
   * @throws {ApiValidationError} a read-only key, a wrong type, no key at all
   * @see https://green-api.com/en/docs/api/account/SetSettings/
   */
  setSettings(settings: SettingsInput, options?: CallOptions): Promise<{ readonly saveSettings: boolean }>;
  /**
   * The instance's state. 1 a second.
   *
   * @throws {ApiInstanceNotReadyError} `starting`, also while a new instance is being created (the response is `null`)
   * @see https://green-api.com/en/docs/api/account/GetStateInstance/
   */
  getStateInstance(options?: CallOptions): Promise<{ readonly stateInstance: StateInstance }>;
  /** Whether the instance is connected to its messenger. An archived method. 1 a second. */
  getStatusInstance(options?: CallOptions): Promise<{ readonly statusInstance: OpenUnion<"online" | "offline"> }>;
  /**
   * The latest states, by default 100. No rate is documented: 1 a second.
   *
   * @see https://green-api.com/en/docs/api/account/GetStateInstanceHistory/
   */
  getStateInstanceHistory(input?: { readonly count?: number }, options?: CallOptions): Promise<readonly StateInstanceHistoryItem[]>;
  /** Restarts the instance. Never retried. 1 a second. @see https://green-api.com/en/docs/api/account/Reboot/ */
  reboot(options?: CallOptions): Promise<{ readonly isReboot: boolean }>;
  /** Logs the instance out of its messenger. Never retried. 1 a second. @see https://green-api.com/en/docs/api/account/Logout/ */
  logout(options?: CallOptions): Promise<{ readonly isLogout: boolean }>;
  /**
   * The code to scan, which changes every 20 s. Only useful while the instance is `notAuthorized`. 3 a second, on MAX 1.
   *
   * @see https://green-api.com/en/docs/api/account/QR/
   */
  qr(options?: CallOptions): Promise<QrResult>;
  /**
   * A code to type in on the phone instead of scanning a QR code, valid for about 2.5 minutes. No rate is documented: 1 a second. Never retried.
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
   * Changes the account's picture to a JPEG. Never retried. One in 10 s, on MAX one a second.
   *
   * @see https://green-api.com/en/docs/api/account/SetProfilePicture/
   */
  setProfilePicture(input: { readonly file: FileInput }, options?: CallOptions): Promise<SetProfilePictureResult>;
  /**
   * Creates a new token. The old one, and this client with it, stops working at once. Beta. Never retried. No rate is documented: 1 a second.
   *
   * @see https://green-api.com/en/docs/api/account/UpdateApiToken/
   */
  updateApiToken(options?: CallOptions): Promise<{ readonly apiTokenInstance: string }>;
  /**
   * Starts authorisation by phone number, digits without `+`. Telegram, MAX. Never retried.
   *
   * @deprecated by GREEN-API: use `qr`
   */
  startAuthorization(input: { readonly phoneNumber: number }, options?: CallOptions): Promise<AuthorizationStep>;
  /**
   * Continues with the code that the messenger sent, and with the second factor's password if there is one. Telegram, MAX. Never retried.
   *
   * @deprecated on MAX, by GREEN-API: use `qr`
   */
  sendAuthorizationCode(input: { readonly code: string; readonly password?: string }, options?: CallOptions): Promise<AuthorizationStep>;
  /** Continues with the second factor's password. Telegram, MAX. Never retried. */
  sendAuthorizationPassword(input: { readonly password: string }, options?: CallOptions): Promise<AuthorizationStep>;
}

export interface StateInstanceHistoryItem {
  readonly stateInstance: StateInstance;
  /** When it began, UNIX seconds. */
  readonly timestamp: number;
  /** The account. Documented as an integer, while the example is a `…@c.us` string. */
  readonly phoneNumber?: string | number | null;
}

export interface QrResult {
  /** `pending_password` is Telegram's second factor; `passkeyRequired` exists since July 2026. */
  readonly type: OpenUnion<"qrCode" | "error" | "alreadyLogged" | "passkeyRequired" | "pending_password">;
  /** For `qrCode` a PNG in base64, otherwise a text. */
  readonly message: string;
}

/** Texts are empty while not authorised. */
export interface WaSettings {
  /** URL of the picture. */
  readonly avatar?: string;
  /** In two clients of GREEN-API's own. */
  readonly base64Avatar?: string | null;
  /** Digits; a number in one client of GREEN-API's own. */
  readonly phone?: string | number;
  readonly stateInstance?: StateInstance;
  /** Its meaning is not documented. */
  readonly deviceId?: string;
  /** Observed, not documented. */
  readonly chatId?: string;
  /** How much of the history the instance has read. In one client of GREEN-API's own. */
  readonly historySyncProgress?: number | null;
  /** UNIX seconds. In one client of GREEN-API's own. */
  readonly suspendedUntil?: number | null;
  /** Whether the instance is logging out. In one client of GREEN-API's own. */
  readonly logoutProcess?: boolean | null;
}

export interface AccountSettings {
  /** URL of the picture. */
  readonly avatar?: string;
  readonly phone?: string;
  readonly stateInstance?: StateInstance;
  /** The account's own chat id: digits. */
  readonly chatId?: string;
  /** UNIX seconds. */
  readonly suspendedUntil?: number | null;
  /** Observed, not documented. */
  readonly username?: string;
}

export interface SetProfilePictureResult {
  readonly setProfilePicture: boolean;
  /** URL of the new picture. */
  readonly urlAvatar?: string | null;
  /** Why it failed; `null` if it didn't. */
  readonly reason?: string | null;
}

export const accountSpecs: MethodSpecs<AccountMethods> = {
  getSettings: { ...read, response: {} },
  setSettings: {
    ...change,
    input: {},
    inputAs: "settings",
    response: { saveSettings: check.flag },
    // `"true"` was reported, and a client of GREEN-API's own declares a string.
    normalize: (response) => {
      const flag = /^(true|false)$/i.exec(String(response["saveSettings"]))?.[0].toLowerCase();
      return flag === undefined ? response : { ...response, saveSettings: flag === "true" };
    },
  },
  getStateInstance: { ...read, response: { stateInstance: check.text }, empty: "starting" },
  getStatusInstance: { ...read, response: { statusInstance: check.text } },
  getStateInstanceHistory: {
    ...read,
    wireName: "GetStateInstanceHistory",
    input: { optional: { count: check.positiveInteger } },
    response: "list",
  },
  reboot: { ...act, response: { isReboot: check.flag } },
  logout: { ...act, response: { isLogout: check.flag } },
  qr: { ...read, callsPerSecond: 3, ratesElsewhere: { max: 1 }, response: { type: check.text, message: check.text } },
  getAuthorizationCode: {
    ...change,
    input: { required: { phoneNumber: check.positiveInteger } },
    response: { status: check.flag, code: check.textOrNull },
  },
  getWaSettings: { ...read, response: {} },
  getAccountSettings: { ...read, response: {} },
  setProfilePicture: {
    ...change,
    callsPerSecond: 0.1,
    ratesElsewhere: { max: 1 },
    input: { required: { file: check.file } },
    inputAs: "picture",
    response: { setProfilePicture: check.flag },
  },
  updateApiToken: { ...act, response: { apiTokenInstance: check.nonBlank } },
  startAuthorization: { ...change, input: { required: { phoneNumber: check.positiveInteger } }, response: { status: check.flag } },
  sendAuthorizationCode: {
    ...change,
    input: { required: { code: check.nonBlank }, optional: { password: check.text } },
    response: { status: check.flag },
  },
  sendAuthorizationPassword: { ...change, input: { required: { password: check.nonBlank } }, response: { status: check.flag } },
};
