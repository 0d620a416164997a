/** The time that due times and retention go by, in milliseconds since 1970. */
export type Clock = () => number;

/** The system's clock, or one that a test moves: an offset in memory that both threads see. */
export function clockOf(offset?: Float64Array): Clock {
  return offset === undefined ? Date.now : () => Date.now() + (offset[0] ?? 0);
}
