/** What every message of a channel may have besides its own. */
export interface TraceMessage {
  /** A subscriber may set it while it handles `start`: what is traced is called by it, such as in an async context of the subscriber's. */
  run?: <Value>(next: () => Value) => Value;
  /** The name of the error's class, such as `TypeError`, where what is traced threw. The error itself may hold content, and isn't in it. */
  errorName?: string;
}
