import type { Clock } from "../clock.ts";
import type { Timers } from "../clock/timers.ts";
import type { EmulatorTimes } from "../emulator-times.ts";
import type { Instance } from "../instance/instance.ts";

/** A call of an emulated method. */
export interface Call {
  readonly instance: Instance;
  /** The body's fields. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly query: URLSearchParams;
  /** What follows the token in the path. */
  readonly parameter: string | undefined;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly times: EmulatorTimes;
}

/** A method of the API. */
export interface Method {
  readonly verbs: readonly ("GET" | "POST" | "DELETE")[];
  /** How many calls a second an instance may make. */
  readonly rate: number;
  /** Refused while the instance starts. */
  readonly needsStarted?: boolean;
  /** Its body is a file: taken in, not looked at. */
  readonly upload?: boolean;
  /** Gives what is answered as JSON with 200. May throw an `ApiFailure`. */
  readonly run: (call: Call) => unknown;
}

/** The methods of a part of the API, by name. */
export type Methods = Readonly<Record<string, Method>>;
