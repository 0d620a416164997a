import type { Clock } from "../clock/clock.ts";
import type { Timers } from "../clock/timers.ts";
import type { EmulatorTimes } from "../clock/emulator-times.ts";
import type { Instance } from "../instance/instance.ts";

/** A call of an emulated method. */
export interface Call {
  readonly instance: Instance;
  /** The body's fields. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly query: URLSearchParams;
  /** The part of the path after the token. */
  readonly parameter: string | undefined;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly times: EmulatorTimes;
}

/** A method of the API. */
export interface Method {
  readonly verbs: readonly ("GET" | "POST" | "DELETE")[];
  /** Calls per second and instance. */
  readonly rate: number;
  /** Whether calls fail while the instance is `starting`. */
  readonly needsStarted?: boolean;
  /** Whether the body is a file. It is read, and ignored. */
  readonly upload?: boolean;
  /** Returns the result: JSON, with the status 200. @throws {ApiFailure} for any other status */
  readonly run: (call: Call) => unknown;
}

/** The methods of a group of the API, by name. */
export type Methods = Readonly<Record<string, Method>>;
