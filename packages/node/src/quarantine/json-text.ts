/** A text as it is, a value still to be written, or the end of an object whose parts have been written. */
type Step = string | { readonly value: unknown } | { readonly end: object };

/**
 * `JSON.stringify` for values that it refuses: of any depth (it gives up after a few thousand levels), with a BigInt, which is written with
 * all its digits, or circular, where `"[circular]"` is written.
 */
export function jsonText(value: unknown): string {
  const parts: string[] = [];
  const around = new Set<object>();
  // The next step is the last one.
  const left: Step[] = [{ value }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next === "string") parts.push(next);
    else if ("end" in next) around.delete(next.end);
    else {
      const inner = asJson(next.value);
      if (typeof inner !== "object" || inner === null) parts.push(scalarText(inner));
      else if (around.has(inner)) parts.push('"[circular]"');
      else {
        around.add(inner);
        left.push({ end: inner });
        for (const step of stepsOf(inner).toReversed()) left.push(step);
      }
    }
  }
  return parts.join("");
}

function scalarText(value: unknown): string {
  return typeof value === "bigint" ? String(value) : (JSON.stringify(value) ?? "null");
}

/** What `JSON.stringify` would write: the text of a `Date`, for example. */
function asJson(value: unknown): unknown {
  if (typeof value !== "object" || value === null || !("toJSON" in value) || typeof value.toJSON !== "function") return value;
  return (value.toJSON as () => unknown).call(value);
}

function stepsOf(value: object): Step[] {
  const isList = Array.isArray(value);
  const steps: Step[] = [isList ? "[" : "{"];
  for (const [key, inner] of Object.entries(value)) {
    if (steps.length > 1) steps.push(",");
    if (!isList) steps.push(`${JSON.stringify(key)}:`);
    steps.push({ value: inner });
  }
  steps.push(isList ? "]" : "}");
  return steps;
}
