import { encodePart } from "./prepare-request.ts";

/**
 * GREEN-API's words about a refused input, made safe for an error message: without anything that was sent, without URLs and paths (GREEN-API's
 * own hold the token), without long numbers (phone numbers, chat ids), and short.
 */
export function safeDetail(text: string, sent: readonly unknown[]): string {
  let safe = text
    .slice(0, 1_000)
    .split(/\s+/)
    .map((word) => (word.includes("://") || /wainstance/i.test(word) ? "…" : word))
    .join(" ");
  for (const secret of sent.flatMap((value) => textsIn(value, 0)).sort((one, other) => other.length - one.length)) {
    safe = safe.replaceAll(secret, "…");
  }
  return safe
    .replace(/\+?\d[\d ().-]{3,}\d/g, "…")
    .slice(0, 200)
    .trim();
}

/** Every text in a value, and every word of it that is long enough to tell something. */
function textsIn(value: unknown, depth: number): readonly string[] {
  if (typeof value === "string") return [value, encodePart(value), ...value.split(/\s+/)].filter(({ length }) => length >= 4);
  if (typeof value === "number") return [String(value)].filter(({ length }) => length >= 4);
  if (typeof value !== "object" || value === null || value instanceof Uint8Array || depth > 8) return [];
  return Object.values(value).flatMap((item: unknown) => textsIn(item, depth + 1));
}
