/** One try to deliver one notification to the `webhookUrl`. */
export interface Attempt {
  /** Whose notification it is. */
  readonly idInstance: number;
  /** When it began, by the emulator's clock, milliseconds since 1970. */
  readonly startedAt: number;
  /** How long it took by the emulator's clock, milliseconds. */
  readonly durationMilliseconds: number;
  /** The notification's number in its instance's queue: the same for all attempts at it. */
  readonly receiptId: number;
  /** 1 for the first try. */
  readonly attempt: number;
  /** The status answered; absent if there was no answer. */
  readonly status?: number;
  /** Why there was no answer: `TIMEOUT`, or an error code of Node such as `ECONNREFUSED`. */
  readonly error?: string;
  /** Whether it counts as delivered: exactly status 200, in time. */
  readonly delivered: boolean;
  /** What was sent. */
  readonly notification: object | string;
}
