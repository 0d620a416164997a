import { parseNotification } from "@greenhook/core";
import type { Inbox } from "@greenhook/inbox";

const { signal: never } = new AbortController();

/** Delivers a text as a webhook handler would. */
export async function deliverText(inbox: Pick<Inbox, "deliver">, rawText: string, signal: AbortSignal = never): Promise<unknown> {
  const parsed = parseNotification(JSON.parse(rawText));
  if (parsed.kind === "malformed") throw new TypeError("Cannot deliver: no notification");
  return inbox.deliver(parsed, { id: crypto.randomUUID(), signal, receivedAt: new Date(), rawText, source: "webhook", origin: "webhook" });
}
