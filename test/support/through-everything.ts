import { createDispatcher, createWebhookHandler, parseNotification, withoutDuplicates, type DeliveryOutcome } from "@greenhook/core";
import { inspect } from "@greenhook/inspector";
import { readers } from "../core/readers/every-reader.ts";
import type { ForeignField } from "./foreign-fields.ts";

/** A dispatcher with a handler of every sort. */
function everyHandler(delivered: (value: unknown) => void) {
  const count = (): undefined => undefined;
  return createDispatcher()
    .onAny(({ value }) => delivered(value))
    .onUnknown(count)
    .use((_parsed, _context, next) => next())
    .onText(count)
    .onText(["hello", /^\d+$/], count)
    .onText(count, { otherwise: true })
    .onCommand("/start", count)
    .onChoice(count)
    .on("incomingMessageReceived", count)
    .on("outgoingMessageStatus", count)
    .on("stateInstanceChanged", count)
    .onMessage("imageMessage", count)
    .onOutgoingMessage("textMessage", count);
}

/**
 * Takes bodies through a webhook handler that skips duplicates, a dispatcher, the inspector's recorder and every reader. What went wrong, in words:
 * nothing, if all is well. An unhandled rejection fails the run of vitest by itself.
 */
export async function faultsThroughEverything(cases: readonly ForeignField[]): Promise<readonly string[]> {
  const faults: string[] = [];
  let last: { delivered?: unknown; outcome?: DeliveryOutcome } = {};
  let recorded = 0;
  const { deliver } = everyHandler((value) => (last.delivered = value));
  const { handler } = inspect(
    createWebhookHandler({ token: "t", deliver: withoutDuplicates(deliver), onOutcome: (outcome) => (last.outcome = outcome) }),
    { onDelivery: () => (recorded += 1), capacity: 100 },
  );
  for (const { name, body } of cases) {
    last = {};
    const value = new TextEncoder().encode(JSON.stringify(body));
    const { status } = await handler({ method: "POST", authorization: ["Bearer t"], body: { kind: "read", value } });
    // One with a field that makes no difference to its key is a duplicate of the one before.
    const isDuplicate = last.outcome?.outcome === "duplicate";
    const isDelivered = JSON.stringify(last.delivered) === JSON.stringify(body);
    if (status !== 200 || !(isDuplicate || isDelivered)) faults.push(`${name}: ${status} ${last.outcome?.code}`);
    const parsed = parseNotification(body);
    if (parsed.kind === "malformed") faults.push(`${name}: malformed`);
    else
      for (const [reader, read] of readers) {
        try {
          read(body as never);
          read(parsed);
        } catch (error) {
          faults.push(`${reader}: ${name}: ${String(error)}`);
        }
      }
  }
  // The recorder works after the response.
  for (let tries = 0; recorded < cases.length && tries < 1000; tries += 1) await new Promise((resolve) => setTimeout(resolve, 1));
  if (recorded !== cases.length) faults.push(`${recorded} of ${cases.length} recorded`);
  return faults;
}
