import type { NotificationIssue } from "../schema/notification-issue.ts";
import { ApiError } from "../api/call/api-error.ts";

/** A notification can't be delivered, and there is no quarantine for it. It is still first in the queue. */
export class PollingRefusedError extends ApiError {
  override readonly name = "PollingRefusedError";
  /** Why, as the webhook handler has it: `BODY_EMPTY`, `UTF8`, `DEPTH`, `POISON_KEY`, `SHAPE` or `SCHEMA`. */
  declare readonly code: string;
  /** The notification's place in the queue, for `deleteNotification`. */
  readonly receiptId: number;

  constructor({ code, receiptId, issue }: { code: string; receiptId: number; issue: NotificationIssue | undefined }) {
    const what = issue === undefined ? code : `${code}, "${issue.path}" ${issue.message}`;
    super({
      method: "receiveNotification",
      code,
      detail: `the notification with receiptId ${receiptId} can't be delivered (${what}); a quarantine would keep it`,
    });
    this.receiptId = receiptId;
  }
}
