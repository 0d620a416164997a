import { tracingChannel } from "node:diagnostics_channel";
import type { TakenItem } from "../engine/taken-item.ts";
import type { InboxTrace } from "../inbox/inbox-trace.ts";
import { instanceOf } from "./instance-of.ts";

const channel = tracingChannel<InboxTrace, InboxTrace>("greenhook:inbox");

/** Makes an attempt within the tracing channel where that has a subscriber. `make` gets the message, to add to it. */
export async function traceAttempt(id: string, taken: TakenItem, make: (trace?: InboxTrace) => Promise<void>): Promise<void> {
  if (!channel.hasSubscribers) return make();
  const { item, receivedAt, traceparent } = taken;
  const { id: itemId, attempt, typeWebhook, origin, storedAt } = item;
  const trace: InboxTrace = { id, itemId, attempt, idInstance: instanceOf(item), typeWebhook, origin, receivedAt, storedAt, traceparent };
  const promise = channel.start.runStores(trace, async () => (trace.run === undefined ? make(trace) : trace.run(() => make(trace))));
  channel.end.publish(trace);
  try {
    await promise;
  } catch (error) {
    trace.errorName = error instanceof Error && /^\w{1,64}$/.test(error.name) ? error.name : "Error";
    channel.error.publish(trace);
    throw error;
  } finally {
    channel.asyncStart.publish(trace);
    channel.asyncEnd.publish(trace);
  }
}
