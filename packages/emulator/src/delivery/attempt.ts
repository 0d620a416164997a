/** One attempt to deliver one notification to the `webhookUrl`. */
export interface Attempt {
  readonly idInstance: number;
  /** By the emulator's clock, milliseconds since 1970. */
  readonly startedAt: number;
  /** By the emulator's clock. */
  readonly durationMilliseconds: number;
  /** The notification's number in the queue of its instance, the same in each attempt. */
  readonly receiptId: number;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** The response's status. Absent without a response. */
  readonly status?: number;
  /** The reason why there is no response: `TIMEOUT`, or an error code of Node such as `ECONNREFUSED`. */
  readonly error?: string;
  /** Whether the sender regards it as delivered: exactly status 200, in time. */
  readonly delivered: boolean;
  /** The notification as it was given to `notify` or `play`, with the instance's own data. */
  readonly notification: object | string;
}
