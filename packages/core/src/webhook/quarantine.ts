import type { NotificationIssue } from "../notifications/parsed-notification.ts";

/** Keeps what can't be delivered. Kept means that it resolved. */
export type Quarantine = (rejected: {
  /** Why, such as `SCHEMA`. */
  readonly code: string;
  readonly bytes?: Uint8Array;
  readonly value?: unknown;
  readonly issues?: readonly NotificationIssue[];
  readonly receivedAt: Date;
}) => void | Promise<void>;
