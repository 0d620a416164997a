import type { Attempt } from "./attempt.ts";
import type { Clock } from "./clock.ts";
import type { EmulatorTimes } from "./emulator-times.ts";

/** What `createEmulator` takes. */
export interface EmulatorOptions {
  /** Default: 0, any free one. */
  readonly port?: number;
  /** The address to listen on. Default: `127.0.0.1`. */
  readonly host?: string;
  /** Default: the computer's own time. */
  readonly clock?: Clock;
  /** How long things take; what is left out takes its default. */
  readonly times?: Partial<EmulatorTimes>;
  /** Whether calls above GREEN-API's limits per method are answered 429. Default: true. */
  readonly rateLimits?: boolean;
  /** How many attempts are remembered. Default: 10,000. */
  readonly keepAttempts?: number;
  /** Told of each attempt at a delivery when it is over. Must not throw. */
  readonly onAttempt?: (attempt: Attempt) => void;
  /** Told of each notification that was dropped because it became too old. Must not throw. */
  readonly onDropped?: (idInstance: number, notification: object | string) => void;
}
