import type { NotificationIssue } from "@greenhook/core";
import type { DeliveryRow } from "./page/inspector-messages.ts";

/** A delivery as the log keeps it: the bytes of the body, and the outcome. Everything else is derived again when it is shown. */
export interface LoggedDelivery {
  /** Unmasked. */
  readonly row: DeliveryRow;
  /** The body as it arrived. Absent if it wasn't read, as after a wrong token. */
  readonly body?: Uint8Array | undefined;
  /** Why it was refused, quarantined or failed. */
  readonly message?: string | undefined;
  /** Where the JSON is invalid, in UTF-16 code units. */
  readonly position?: number | undefined;
  readonly issues: readonly NotificationIssue[];
}
