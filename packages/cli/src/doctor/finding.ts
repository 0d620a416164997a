/** The result of one check. */
export interface Finding {
  readonly check:
    | "instance"
    | "webhookUrl"
    | "webhookUrlToken"
    | "flags"
    | "queue"
    | "source address"
    | "delivery"
    | "wrong token"
    | "unknown type"
    | "inbox"
    | "journals";
  /** `fault`: notifications are lost, held up, or accepted from anyone; `advice`: it works, but could be better. */
  readonly result: "ok" | "fault" | "advice" | "skipped";
  /** One line, without secrets. */
  readonly found: string;
  readonly advice?: string;
}
