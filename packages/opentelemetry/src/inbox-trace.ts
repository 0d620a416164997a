import type { TraceMessage } from "@greenhook/core";

/** What is read of a message of the channel `greenhook:inbox`: the inbox needs a newer Node than this package. */
export interface InboxTrace extends TraceMessage {
  readonly id: string;
  readonly itemId: string;
  readonly attempt: number;
  readonly idInstance?: string | undefined;
  readonly typeWebhook: string;
  readonly origin: string;
  readonly traceparent?: string | undefined;
  readonly outcome?: string;
  readonly durationMilliseconds?: number;
}
