import type { TypeInstance } from "@greenhook/core";
import type { StoredFile } from "../files/file-store.ts";
import type { Clock } from "../clock/clock.ts";
import type { Timers } from "../clock/timers.ts";
import type { EmulatorTimes } from "../clock/emulator-times.ts";
import type { Instance } from "../instance/instance.ts";

/** A call of an emulated method. */
export interface Call {
  readonly instance: Instance;
  /** The body's fields. Those of a form are texts. */
  readonly input: Readonly<Record<string, unknown>>;
  /** The file in the body. Only for methods whose body is a form or a file. */
  readonly file: StoredFile | undefined;
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
  /** The rate on other messengers, where it differs from WhatsApp's. */
  readonly rateOn?: Partial<Record<TypeInstance, number>>;
  /** Whether calls fail while the instance is `starting`. */
  readonly needsStarted?: boolean;
  /** The form of its body: JSON, a form with a file in it, or the bytes of a file. @default "json" */
  readonly body?: "json" | "form" | "file";
  /** Returns the result: JSON, with the status 200. `undefined` is an empty body. @throws {ApiFailure} for any other status */
  readonly run: (call: Call) => unknown;
}

/** The methods of a group of the API, by name. */
export type Methods = Readonly<Record<string, Method>>;
