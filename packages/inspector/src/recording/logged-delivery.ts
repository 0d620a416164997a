import type { DeliveryRow } from "../page/inspector-messages.ts";
import type { InspectedDelivery } from "./inspected-delivery.ts";

/** A delivery as the log keeps it: the bytes of the body, and the outcome. Everything else is derived again when it is shown. */
export interface LoggedDelivery extends Pick<InspectedDelivery, "message" | "position" | "issues"> {
  /** Unmasked. */
  readonly row: DeliveryRow;
  /** The body as it arrived. Absent if it wasn't read, as after a wrong token. */
  readonly body?: Uint8Array | undefined;
  readonly contentEncoding?: string | undefined;
}
