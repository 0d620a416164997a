import type { NotificationIssue } from "../schema/notification-issue.ts";

/**
 * Keeps an authentic delivery that can't be accepted (not JSON, compressed, wrong shape), so that the sender can be answered 200 and goes
 * on with what follows. Once it resolves, the delivery is the quarantine's; when it throws or rejects, the sender gets a 500 and tries again.
 */
export type Quarantine = (rejected: RejectedDelivery) => void | Promise<void>;

/** A delivery that can't be accepted, as far as it was read. */
export interface RejectedDelivery {
  /** Why: `ENCODING`, `UTF8`, `JSON`, `DEPTH`, `POISON_KEY`, `SHAPE` or `SCHEMA`. */
  readonly code: string;
  /** The body as it came over the wire. Absent behind a body parser. */
  readonly bytes?: Uint8Array;
  /** What a body parser made of the body. Absent where there are `bytes`. */
  readonly value?: unknown;
  /** What is wrong with a notification of a known kind; only with `SCHEMA`. */
  readonly issues?: readonly NotificationIssue[];
  /** When the delivery arrived here. */
  readonly receivedAt: Date;
}
