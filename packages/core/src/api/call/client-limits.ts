/** How patient a client is. The defaults are GREEN-API's documented numbers; most programs leave them alone. */
export interface ClientLimits {
  /** `"env"`: go through the proxy that `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` name. By default they don't count. Node only. */
  readonly proxy?: "env" | undefined;
  /** How long connecting may take, on Node. Milliseconds, by default 5,000. */
  readonly connectTimeoutMilliseconds?: number;
  /** How long one attempt may take until the answer begins, connecting included. Milliseconds, by default 15,000; `receiveNotification` adds its wait. */
  readonly answerTimeoutMilliseconds?: number;
  /** How long the rest of an answer may take, however it drips. Milliseconds, by default 30,000. */
  readonly bodyTimeoutMilliseconds?: number;
  /** How often a call that is safe to repeat is repeated after 429, 500, 502, 503, 504 or a broken connection. By default 5; 0 for never. */
  readonly maxRepeats?: number;
  /** The shortest wait before a repeat. Milliseconds, by default 500. */
  readonly minBackoffMilliseconds?: number;
  /** The longest wait before a repeat. Milliseconds, by default 30,000. */
  readonly maxBackoffMilliseconds?: number;
  /** Other rates than the documented ones, by method, in calls a second. The limits of Telegram and MAX differ for some methods. */
  readonly callsPerSecond?: Readonly<Record<string, number>>;
}
