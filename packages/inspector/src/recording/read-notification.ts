import { createReceiver, type Receipt } from "@greenhook/core";

/** Reads bodies by the rules of every receiver, and delivers them to nobody. */
const reader = createReceiver({ deliver: () => undefined, logger: false });

/** The notification in a body, or why there is none. Never rejects. */
export function readNotification(bytes: Uint8Array, contentEncoding?: string): Promise<Receipt> {
  return reader.receive({ body: { kind: "bytes", bytes, contentEncoding }, source: "direct" });
}
