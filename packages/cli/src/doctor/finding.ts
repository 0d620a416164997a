/** What doctor found out about one thing. */
export interface Finding {
  /** The thing. */
  readonly check:
    | "instance"
    | "webhookUrl"
    | "webhookUrlToken"
    | "flags"
    | "queue"
    | "source address"
    | "delivery"
    | "wrong token"
    | "unknown kind";
  /** `fault`: notifications are lost, held up or open to strangers; `advice`: it works, and could be better. */
  readonly result: "ok" | "fault" | "advice" | "skipped";
  /** What was seen, in a line. No secret is in it. */
  readonly found: string;
  /** What to do. */
  readonly advice?: string;
}
