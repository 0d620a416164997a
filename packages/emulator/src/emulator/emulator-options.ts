import type { Clock } from "../clock/clock.ts";
import type { EmulatorTimes } from "../clock/emulator-times.ts";
import type { Attempt } from "../delivery/attempt.ts";

/** The options of `createEmulator`. */
export interface EmulatorOptions {
  /** @default 0, any free port */
  readonly port?: number;
  /** The address to listen on. @default "127.0.0.1" */
  readonly host?: string;
  /** @default realClock */
  readonly clock?: Clock;
  /** @default GREEN-API's own where they are documented */
  readonly times?: Partial<EmulatorTimes>;
  /** Whether calls above GREEN-API's rate limits get the status 429. @default true */
  readonly rateLimits?: boolean;
  /** The token of the partner's methods. @default "gac." and 32 random hexadecimal characters */
  readonly partnerToken?: string;
  /** The size of the largest file that can be uploaded. @default 104_857_600, GREEN-API's own limit of 100 MB */
  readonly maxFileBytes?: number;
  /** A client that sends nothing of its request's body for this time is cut off. Real time, whatever the clock. @default 60_000 */
  readonly bodyIdleMilliseconds?: number;
  /** The number of attempts in `emulator.attempts`. @default 10_000 */
  readonly keepAttempts?: number;
  /** Called after each attempt to deliver. It must not throw. */
  readonly onAttempt?: (attempt: Attempt) => void;
  /** Called with each notification that was dropped after 24 hours. It must not throw. */
  readonly onDropped?: (idInstance: number, notification: object | string) => void;
}
