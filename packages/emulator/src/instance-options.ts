import type { SettingsInput } from "@greenhook/core/api";
import type { TypeInstance } from "@greenhook/core";

/** What `addInstance` takes. */
export interface InstanceOptions {
  /** Its number. Default: the next free one, such as 7103000001; Telegram's begin with 4100, those of MAX with 3100. */
  readonly idInstance?: number;
  /** What authorizes calls to its methods. Default: 50 random hexadecimal characters. */
  readonly apiTokenInstance?: string;
  /** Default: `whatsapp`. */
  readonly typeInstance?: TypeInstance;
  /** In effect at once. Default: those of a new instance, every flag off. */
  readonly settings?: SettingsInput;
  /** Default: `authorized`. */
  readonly stateInstance?: string;
  /** The account's own id. Default: `79000000000@c.us`. */
  readonly wid?: string;
  /** To how many chats it may write, as on the Developer plan (3). Default: no limit. */
  readonly chatQuota?: number;
}
