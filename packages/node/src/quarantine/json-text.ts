/**
 * `JSON.stringify` for values that `JSON.parse` made, however deep: what is refused for its depth (DEPTH) must be kept all the same, and
 * `JSON.stringify` itself gives up after a few thousand levels.
 */
export function jsonText(value: unknown): string {
  const parts: string[] = [];
  // What is still to be written, the next one last: texts as they are, values in a box.
  const left: (string | { readonly value: unknown })[] = [{ value }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next === "string") parts.push(next);
    else if (typeof next.value !== "object" || next.value === null) parts.push(JSON.stringify(next.value) ?? "null");
    else for (const part of partsOf(next.value).toReversed()) left.push(part);
  }
  return parts.join("");
}

function partsOf(value: object): (string | { readonly value: unknown })[] {
  const isList = Array.isArray(value);
  const parts: (string | { readonly value: unknown })[] = [isList ? "[" : "{"];
  for (const [key, inner] of Object.entries(value)) {
    if (parts.length > 1) parts.push(",");
    if (!isList) parts.push(`${JSON.stringify(key)}:`);
    parts.push({ value: inner });
  }
  parts.push(isList ? "]" : "}");
  return parts;
}
