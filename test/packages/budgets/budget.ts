/** One line of the README's table: what something may cost, and how that is measured. */
export interface Budget {
  readonly what: string;
  /** The most that is allowed. */
  readonly limit: number;
  /** Behind the number, such as ` kB`. */
  readonly unit: string;
  readonly decimals: number;
  /** How far the README's number may be from what is measured, as a part of the latter. */
  readonly tolerance: number;
  readonly measure: () => number | Promise<number>;
}

/** The cells of its line, as the README shows them. */
export function rowOf({ what, limit, unit, decimals }: Budget, measured: number): readonly [string, string, string] {
  const number = (value: number) => value.toLocaleString("en", { maximumFractionDigits: decimals });
  return [what, `${limit === 0 ? "" : "≤ "}${number(limit)}${unit}`, `${number(measured)}${unit}`];
}
