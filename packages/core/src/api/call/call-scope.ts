import { ApiValidationError } from "./api-error.ts";
import type { CallOptions } from "../methods/call-options.ts";
import { maxTimerMilliseconds } from "./retry.ts";
import { TransportFailure } from "./transport-failure.ts";
import { whenAborted } from "./when-aborted.ts";

/** A span of time that ends by itself, by a signal from outside, or by being closed. */
export interface CallScope {
  readonly signal: AbortSignal;
  /** Times the scope out after this long; replaces the timer before. */
  expireIn(milliseconds: number): void;
  /** Releases the timer and the outer signal. */
  close(): void;
}

/** A scope within an outer signal: aborted with its reason, or with a {@link TransportFailure} `TIMEOUT`. */
export function openScope(outer: AbortSignal | undefined, milliseconds?: number): CallScope {
  const controller = new AbortController();
  let timer: Timer | undefined;
  const scope: CallScope = {
    signal: controller.signal,
    expireIn(wait) {
      clearTimeout(timer);
      timer = setTimeout(() => controller.abort(new TransportFailure("TIMEOUT")), Math.min(wait, maxTimerMilliseconds));
    },
    close() {
      clearTimeout(timer);
      forget();
    },
  };
  const forget = whenAborted(outer, () => controller.abort(outer?.reason));
  if (milliseconds !== undefined) scope.expireIn(milliseconds);
  return scope;
}

/** @throws {ApiValidationError} an option of the wrong type */
export function checkOptions(method: string, { signal, timeoutMilliseconds }: CallOptions): void {
  if (timeoutMilliseconds !== undefined && !(typeof timeoutMilliseconds === "number" && timeoutMilliseconds > 0)) {
    throw new ApiValidationError({ method, key: "timeoutMilliseconds", expected: "be a number above 0" });
  }
  if (signal !== undefined && typeof (signal as { addEventListener?: unknown }).addEventListener !== "function") {
    throw new ApiValidationError({ method, key: "signal", expected: "be an AbortSignal" });
  }
}
