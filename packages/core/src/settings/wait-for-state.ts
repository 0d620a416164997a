import type { StateInstance } from "../notifications/state-instance-changed.ts";
import type { ApiClient } from "../api/methods/api-client.ts";
import { ApiError } from "../api/call/api-error.ts";
import { delay, isTransient } from "../api/call/retry.ts";

export interface WaitForStateOptions {
  /** Aborting it ends the wait, which rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * How long to wait.
   *
   * @default 300_000: a new instance needs up to five minutes
   */
  readonly timeoutMilliseconds?: number;
  /**
   * The wait between two reads.
   *
   * @default 5_000, as GREEN-API recommends
   */
  readonly intervalMilliseconds?: number;
  /** Called with each state read; `undefined` if it couldn't be read. Its errors are thrown by `waitForState`. */
  readonly onState?: (state: StateInstance | undefined) => void;
}

/** The instance didn't reach the state before the timeout. */
export class StateNotReachedError extends ApiError {
  override readonly name = "StateNotReachedError";
  /** The last state read; absent if none could be read. */
  declare readonly last?: StateInstance;

  constructor({ detail, last }: { detail: string; last: StateInstance | undefined }) {
    super({ method: "getStateInstance", detail });
    if (last !== undefined) this.last = last;
  }
}

/**
 * Reads the state until the instance is in the wanted one, or in one of several; resolves to it. Transient errors are waited out, those of an
 * instance that is being created or restarted among them.
 *
 * @throws {StateNotReachedError} the timeout passed
 * @throws {ApiError} a permanent error
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
    const seen = await read(client, signal, Math.max(1, left()));
    onState?.(seen);
    if (seen !== undefined && wanted.includes(seen)) return seen;
    last = seen ?? last;
    const remaining = left();
    if (remaining <= 0) {
      const detail = `after ${Math.round(timeoutMilliseconds / 1_000)} s the state is ${last === undefined ? "unknown" : `"${last}"`}`;
      throw new StateNotReachedError({ detail, last });
    }
    await delay(Math.min(remaining, intervalMilliseconds), signal);
  }
}

async function read(
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
