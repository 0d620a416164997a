import { createReceiver, type Deliver, type Quarantine, type Receipt } from "@greenhook/core";
import { runningFor } from "../inbox/item-of.ts";
import type { Received, ReceiveItem } from "./receive-item.ts";

/** Brings items to a dispatcher or function by a receiver of the worker's own, in which no attempt joins another. */
export function receiverFor(deliver: Deliver | { readonly deliver: Deliver }, quarantine: Quarantine | undefined): ReceiveItem {
  const receiver = createReceiver({ deliver, quarantine, joinMilliseconds: 0, logger: false });
  return async (id, taken, signal) => {
    const { item, text, receivedAt, traceparent, missing } = taken;
    const receipt = await runningFor(id, taken, () =>
      receiver.receive({
        id,
        body: { kind: "text", text },
        source: "inbox",
        origin: item.origin,
        attempt: item.attempt,
        receivedAt,
        traceparent,
        missing,
        signal,
      }),
    );
    return receivedFrom(receipt);
  };
}

function receivedFrom({ outcome, code, message, error }: Receipt): Received {
  switch (outcome) {
    case "quarantined":
      return { outcome };
    case "failed":
      return { outcome, error: error ?? new Error(message) };
    case "late":
      return { outcome: "failed", error: new Error("The handler's signal was aborted before it returned") };
    case "refused":
      return { outcome: "undeliverable", reason: `${code ?? "REFUSED"}: ${message ?? "not a notification"}` };
    case "ignored":
      // Differs from its kind, and no handler took it: it would be gone.
      return code === "SCHEMA" ? { outcome: "undeliverable", reason: `SCHEMA: ${message ?? "no handler took it"}` } : { outcome };
    default:
      // `duplicate` and `stored` too: what stands behind the handler has it.
      return { outcome: "handled" };
  }
}
