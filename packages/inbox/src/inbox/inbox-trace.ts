import type { TraceMessage } from "@greenhook/core";
import type { WorkOutcome } from "./work-options.ts";

/** The message of the tracing channel `greenhook:inbox`: one attempt at a stored item. It throws nothing: `outcome` says what became of it. */
export interface InboxTrace extends TraceMessage {
  /** The delivery's, which handlers get as `context.id`: the channels `greenhook:delivery` and `greenhook:handler` have the same during the attempt. */
  readonly id: string;
  readonly itemId: string;
  /** From 1. */
  readonly attempt: number;
  readonly idInstance?: string | undefined;
  readonly typeWebhook: string;
  /** Where it came from, such as `webhook`. */
  readonly origin: string;
  readonly receivedAt: Date;
  readonly storedAt: Date;
  /** The W3C trace context that it was stored with. */
  readonly traceparent?: string | undefined;
  /** At the end. */
  outcome?: WorkOutcome["outcome"];
  /** At the end. */
  durationMilliseconds?: number;
}
