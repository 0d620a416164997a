/** What every method takes last. */
export interface CallOptions {
  /** Aborting it ends the call at once, waits between repeats included; the call rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * How long the whole call may take, its place in the rate limit and its repeats included. Milliseconds. Without it, each single attempt is
   * limited (by default 15 s until the answer begins and 30 s until it is there), and no more than five repeats are made.
   */
  readonly timeoutMilliseconds?: number | undefined;
}
