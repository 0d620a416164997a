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
  /** The number of attempts in `emulator.attempts`. @default 10_000 */
  readonly keepAttempts?: number;
  /** Called after each attempt to deliver. It must not throw. */
  readonly onAttempt?: (attempt: Attempt) => void;
  /** Called with each notification that was dropped after 24 hours. It must not throw. */
  readonly onDropped?: (idInstance: number, notification: object | string) => void;
}
