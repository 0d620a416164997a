import type { SettingsInput } from "@greenhook/core/api";
import type { TypeInstance } from "@greenhook/core";

/** The options of `emulator.addInstance`. */
export interface InstanceOptions {
  /** @default the next free number, from 7103000001, for Telegram 4100000001, for MAX 3100000001 */
  readonly idInstance?: number;
  /** The token that authorizes calls of the API. @default 50 random hexadecimal characters */
  readonly apiTokenInstance?: string;
  /** @default "whatsapp" */
  readonly typeInstance?: TypeInstance;
  /** Settings that are in effect at once. @default the settings of a new instance, every flag off */
  readonly settings?: SettingsInput;
  /** @default "authorized" */
  readonly stateInstance?: string;
  /** The account's own id. @default "79000000000\@c.us" */
  readonly wid?: string;
  /** Chats without an account in the messenger, such as `79000000009\@c.us`: they can be asked about, and messages to them fail. @default none */
  readonly noAccount?: readonly string[];
  /** The number of chats that it may write to, on the Developer plan 3. @default no limit */
  readonly chatQuota?: number;
}
