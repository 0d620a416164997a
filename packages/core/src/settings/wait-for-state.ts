import type { StateInstance } from "../notifications/state-instance-changed.ts";
import type { ApiClient } from "../api/methods/api-client.ts";
import { ApiError } from "../api/call/api-error.ts";
import { delay, isTransient } from "../api/call/retry.ts";

/** What `waitForState` takes last. */
export interface WaitForStateOptions {
  /** Aborting it ends the wait, which rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** How long to wait. Milliseconds, by default 300,000: a new instance needs up to five minutes. */
  readonly timeoutMilliseconds?: number;
  /** The wait between two looks. Milliseconds, by default 5,000, as GREEN-API recommends. */
  readonly intervalMilliseconds?: number;
  /** Called with each state seen; `undefined` where none could be had. */
  readonly onState?: (state: StateInstance | undefined) => void;
}

/** The instance didn't come into the state in time. */
export class StateNotReachedError extends ApiError {
  /** Tells it from the other errors where `instanceof` can't be used. */
  override readonly name = "StateNotReachedError";
  /** The last state seen; absent where none could be had. */
  declare readonly last?: StateInstance;

  constructor({ detail, last }: { detail: string; last: StateInstance | undefined }) {
    super({ method: "getStateInstance", detail });
    if (last !== undefined) this.last = last;
  }
}

/**
 * Looks until the instance is in a state, or in one of several; resolves to it. Failures that pass by themselves are waited out, those of an
 * instance that is being made or restarted among them.
 *
 * @throws {StateNotReachedError} the time is over
 * @throws {ApiError} a failure that doesn't pass by itself
 * @example
 * await waitForState(client, "authorized", { timeoutMilliseconds: 60_000 });
 */
export async function waitForState(
  client: Pick<ApiClient, "getStateInstance">,
  state: StateInstance | readonly StateInstance[],
  { signal, timeoutMilliseconds = 300_000, intervalMilliseconds = 5_000, onState }: WaitForStateOptions = {},
): Promise<StateInstance> {
  const wanted: readonly StateInstance[] = typeof state === "string" ? [state] : state;
  const end = performance.now() + timeoutMilliseconds;
  // Whole: timers drop fractions, and `AbortSignal.timeout()` refuses them.
  const left = (): number => Math.ceil(end - performance.now());
  let last: StateInstance | undefined;
  for (;;) {
    const seen = await look(client, signal, Math.max(1, left()));
    onState?.(seen);
    if (seen !== undefined && wanted.includes(seen)) return seen;
    last = seen ?? last;
    const remaining = left();
    if (remaining <= 0) {
      const detail = `after ${Math.round(timeoutMilliseconds / 1_000)} s the state is ${last === undefined ? "not known" : `"${last}"`}`;
      throw new StateNotReachedError({ detail, last });
    }
    await delay(Math.min(remaining, intervalMilliseconds), signal);
  }
}

async function look(
  client: Pick<ApiClient, "getStateInstance">,
  signal: AbortSignal | undefined,
  timeoutMilliseconds: number,
): Promise<StateInstance | undefined> {
  try {
    return (await client.getStateInstance({ signal, timeoutMilliseconds })).stateInstance;
  } catch (error) {
    if (signal?.aborted === true || !isTransient(error)) throw error;
    return undefined;
  }
}
