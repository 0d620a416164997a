/** A number, also one that was sent as a decimal text, such as `"1790000000"`; `undefined` for anything else. */
export function numberFrom(value: unknown): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return undefined;
  const number = Number(value);
  return String(number) === value && Number.isFinite(number) ? number : undefined;
}
