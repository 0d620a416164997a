/** Deeper than this, nothing is told apart any more: no notification is a tenth as deep, and the stack must hold. */
const maxDepth = 500;

/** JSON text that is the same for equal values, whatever the order of their keys. */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > maxDepth) return "…";
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, depth + 1)).join(",")}]`;
  // A number too large for JSON is Infinity here, which JSON.stringify would turn into null.
  if (typeof value === "number") return String(value);
  if (typeof value !== "object" || value === null) return typeof value === "bigint" ? `${value}n` : (JSON.stringify(value) ?? "null");
  const fields = value as Readonly<Record<string, unknown>>;
  const parts: string[] = [];
  for (const key of Object.keys(fields).sort()) {
    if (fields[key] !== undefined) parts.push(`${JSON.stringify(key)}:${canonicalJson(fields[key], depth + 1)}`);
  }
  return `{${parts.join(",")}}`;
}
