/** What an engine stores of a notification: all that a run needs, possibly in another process and another version. */
export interface NewItem {
  /** The same for each delivery of one notification. At most 100 printable ASCII characters, without content. */
  readonly key: string;
  /** The same for a message or call as a webhook brings it and as a journal lists it. Of the same characters; absent for other kinds. */
  readonly messageKey?: string;
  /** Items of one lane run in the order in which they were stored, one at a time. At most 160 printable ASCII characters. */
  readonly lane: string;
  /** At most 160 printable ASCII characters. */
  readonly typeWebhook: string;
  /** Whether it is a message itself, and not an edit, a deletion, a vote or a marker under the same `messageKey`. */
  readonly plain: boolean;
  /** The JSON text as it arrived. Well-formed Unicode without NUL. */
  readonly text: string;
  /** `"webhook"`, `"polling"`, `"replay"`, `"journal"` or another source. Printable ASCII. */
  readonly origin: string;
  /** Fields that one rebuilt from a journal's row can't have. */
  readonly missing?: readonly string[];
  readonly receivedAt: Date;
  /** W3C Trace Context of the delivery. */
  readonly traceparent?: string;
  /** How long the key is remembered after the item is done or dead. */
  readonly keepMilliseconds: number;
}

/** What an engine did with a new item. */
export type PutResult = "stored" | "duplicate";
