/** The last parameter of every method. */
export interface CallOptions {
  /** Aborting it ends the call at once, waits between retries included; the call rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * How long the whole call may take, its wait for the rate limit and its retries included.
   *
   * @default undefined: each attempt is limited (15 s until the response begins, then 30 s), and so are the retries (5)
   */
  readonly timeoutMilliseconds?: number | undefined;
}
