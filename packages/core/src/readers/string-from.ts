/** A text, also one that was sent as a number, as far as numbers can hold it; `undefined` for anything else. */
export function stringFrom(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return Number.isSafeInteger(value) ? String(value) : undefined;
}
