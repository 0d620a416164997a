/** What tells an emulator the time: `realClock`, or a `VirtualClock` that a test moves forward by itself. */
export interface Clock {
  /** The time, milliseconds since 1970. */
  now(): number;
  /** Runs `callback` once, `delayMilliseconds` from now. The result cancels it. */
  schedule(delayMilliseconds: number, callback: () => void): () => void;
  /** Says that real work goes on, such as a request under way, before which time should not move. The result says that it is over. */
  hold(): () => void;
}
