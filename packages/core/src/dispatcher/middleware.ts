import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
import type { DeliveryContext } from "../receiving/delivery-context.ts";
import type { DispatchResult } from "./dispatch-result.ts";

/**
 * Code around a whole delivery. `next` goes on to the next one, and after the last to the handlers; it resolves to what became of the notification,
 * and rejects with what failed.
 */
export type Middleware = (
  parsed: KnownNotification | UnknownNotification,
  context: DeliveryContext,
  next: () => Promise<DispatchResult>,
) => unknown;

const results: ReadonlySet<unknown> = new Set<DispatchResult>(["handled", "ignored", "duplicate"]);

/**
 * Runs middleware around a delivery. Settles after everything that `next` started, awaited or not. The result is what the middleware returns, if that is
 * a result; otherwise what `next` resolved to, `"handled"` where the middleware caught its error, and `"ignored"` where it wasn't called.
 */
export async function runMiddleware(
  [middleware, ...others]: readonly Middleware[],
  parsed: KnownNotification | UnknownNotification,
  context: DeliveryContext,
  dispatch: () => Promise<DispatchResult>,
): Promise<DispatchResult> {
  if (middleware === undefined) return dispatch();
  let running: Promise<DispatchResult> | undefined;
  let result: DispatchResult = "ignored";
  let settled = true;
  let ended = false;

  async function goOn(): Promise<DispatchResult> {
    settled = false;
    result = "handled";
    try {
      return (result = await runMiddleware(others, parsed, context, dispatch));
    } finally {
      settled = true;
    }
  }

  function next(): Promise<DispatchResult> {
    if (running !== undefined || ended) throw new Error(`Cannot call next: ${ended ? "its middleware has ended" : "it was called before"}`);
    return (running = goOn());
  }

  let returned: unknown;
  try {
    returned = await middleware(parsed, context, next);
  } catch (error) {
    if (!settled) await Promise.allSettled([running]);
    throw error;
  } finally {
    ended = true;
  }
  // Nobody awaited it, so nobody else would learn of its error.
  if (!settled) await running;
  return isResult(returned) ? returned : result;
}

function isResult(value: unknown): value is DispatchResult {
  return results.has(value);
}
