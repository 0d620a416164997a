import { isFileAddress } from "./is-file-address.ts";

/** Deeper parts are all alike. A request body is accepted up to a depth of 64; values from elsewhere must not overflow the stack. */
const maxDepth = 500;

/**
 * JSON text that is the same for equal values with their keys in any order. Download addresses differ from delivery to delivery: only whether
 * there is one counts.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(canonical(value, 0)) ?? "null";
}

function canonical(value: unknown, depth: number): unknown {
  // JSON has no text for the result of JSON.parse for a number that is too large, nor for that of a parser which gives bigints.
  if (value === Infinity || value === -Infinity || typeof value === "bigint") return [String(value)];
  if (typeof value !== "object" || value === null) return value;
  if (depth === maxDepth) return "…";
  if (Array.isArray(value)) return value.map((item) => canonical(item, depth + 1));
  return sorted(value as Readonly<Record<string, unknown>>, depth + 1);
}

/** Keys that are numbers come first, as in every object. */
function sorted(fields: Readonly<Record<string, unknown>>, depth: number): object {
  // Without a prototype, "__proto__" is a key like any other.
  const copy = Object.create(null) as Record<string, unknown>;
  for (const key of Object.keys(fields).sort())
    copy[key] = canonical(key.startsWith("downloadUrl") ? addressMark(fields[key]) : fields[key], depth);
  return copy;
}

/** `true` for an address, `undefined` for an empty one or a marker, which is as good as none. */
function addressMark(downloadUrl: unknown): unknown {
  if (isFileAddress(downloadUrl)) return true;
  return typeof downloadUrl === "string" ? undefined : downloadUrl;
}
