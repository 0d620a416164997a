import type { TypeInstance } from "@greenhook/core";

/** What every factory takes. */
export interface NotificationInput {
  /** Default: 7103000001, or 4100000001 for Telegram, 3100000001 for MAX. */
  readonly idInstance?: number;
  /** Default: `whatsapp`. */
  readonly typeInstance?: TypeInstance;
  /** UNIX seconds. Default: 1790000000. */
  readonly timestamp?: number;
}
