import type { InboxItem } from "@greenhook/inbox";
import { maskText, maskValue } from "@greenhook/inspector";

/** An item with the phone numbers of its lane and error masked. */
export function maskItem(item: InboxItem): InboxItem {
  const { lane, lastError } = item;
  return { ...item, lane: maskLane(lane), ...(lastError === undefined ? undefined : { lastError: maskText(lastError) }) };
}

/** The instance's number, before the first slash, isn't a phone number. */
function maskLane(lane: string): string {
  const slash = lane.indexOf("/") + 1;
  return slash === 0 ? lane : lane.slice(0, slash) + maskText(lane.slice(slash));
}

/** Keys whose strings say what it is, not what was written. */
const kept = /^(type.*|id[A-Z].*|stanzaId|timestamp|.*[sS]tate(Instance)?|status.*|mimeType)$/;
/** Keys whose values are phone numbers with something around them. */
const numbered = /^(chatId|sender|from|wid|participants?)$/;

/** A notification whose phone numbers, credentials and URLs are masked, and whose names and texts are left out. */
export function maskContent(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => maskContent(item, key));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [maskText(name), maskContent(field, name)]));
  if (value === null || value === "" || typeof value === "boolean" || kept.test(key)) return maskValue(value, key);
  return numbered.test(key) && (typeof value === "string" || typeof value === "number") ? maskText(String(value)) : "•••";
}
