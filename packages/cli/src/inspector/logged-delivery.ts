import type { NotificationIssue } from "@greenhook/core";
import type { DeliveryRow } from "./page/inspector-messages.ts";

/** A delivery as the log keeps it: its body's bytes, and what was made of them. Everything else is read again when somebody looks. */
export interface LoggedDelivery {
  /** Nothing in it is masked. */
  readonly row: DeliveryRow;
  /** The body as it came. Absent where it wasn't read, as after a wrong token. */
  readonly body?: Uint8Array | undefined;
  /** Why it wasn't simply delivered. */
  readonly message?: string | undefined;
  /** Where the JSON breaks, counted in UTF-16 units. */
  readonly position?: number | undefined;
  readonly issues: readonly NotificationIssue[];
}
