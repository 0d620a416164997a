import type { NotificationIssue } from "../schema/notification-issue.ts";
import { ApiError } from "../api/call/api-error.ts";

/** A notification can't be delivered, and there is no quarantine to put it in. It is still first in the queue. */
export class PollingRefusedError extends ApiError {
  /** Tells it from the other errors where `instanceof` can't be used. */
  override readonly name = "PollingRefusedError";
  /** Why: `SHAPE`, `DEPTH`, `POISON_KEY` or `SCHEMA`, as the webhook handler has them. */
  declare readonly code: string;
  /** The notification's place in the queue, for `deleteNotification`. */
  readonly receiptId: number;

  constructor({ code, receiptId, issue }: { code: string; receiptId: number; issue: NotificationIssue | undefined }) {
    const what = issue === undefined ? code : `${code}, "${issue.path}" ${issue.message}`;
    super({
      method: "receiveNotification",
      code,
      detail: `the notification with receiptId ${receiptId} isn't one that can be delivered (${what}); with a quarantine it would be kept there`,
    });
    this.receiptId = receiptId;
  }
}
