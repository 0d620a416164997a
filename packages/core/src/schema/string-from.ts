/** A string, or a number that was sent for one, where nothing is lost: a safe integer. `undefined` for anything else. */
export function stringFrom(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return Number.isSafeInteger(value) ? String(value) : undefined;
}
