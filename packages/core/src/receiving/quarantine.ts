import type { NotificationIssue } from "../schema/notification-issue.ts";
import type { RefusalCode } from "./refusal.ts";

/**
 * Keeps an authentic delivery that can't be delivered (not JSON, compressed, of a known kind that differs and that nobody took), so that the
 * sender gets its 200 and goes on with what follows. Once it resolves, the delivery is the quarantine's; when it throws or rejects, the sender
 * gets a 500 and tries again.
 */
export type Quarantine = (rejected: RejectedDelivery) => void | Promise<void>;

/** A delivery that can't be delivered, as far as it was read. */
export interface RejectedDelivery {
  /** `ENCODING`, `UTF8`, `JSON`, `DEPTH`, `POISON_KEY`, `SHAPE` or `SCHEMA`. */
  readonly code: RefusalCode;
  /** The body as it came over the wire. Absent behind a body parser. */
  readonly bytes?: Uint8Array;
  /** What a body parser made of the body. Absent where there are `bytes`. */
  readonly value?: unknown;
  /** What is wrong with a notification; only with `SCHEMA`, the first 10. */
  readonly issues?: readonly NotificationIssue[];
  readonly receivedAt: Date;
}
