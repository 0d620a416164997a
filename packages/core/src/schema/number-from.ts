/** A finite number, or a string that was sent for one, where nothing is lost: a canonical decimal such as `"1790000000"`. `undefined` for anything else. */
export function numberFrom(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "string" || !/^-?\d+(\.\d+)?$/.test(value)) return undefined;
  const number = Number(value);
  return String(number) === value && (!Number.isInteger(number) || Number.isSafeInteger(number)) ? number : undefined;
}
