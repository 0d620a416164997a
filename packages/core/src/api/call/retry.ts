import { whenAborted } from "./when-aborted.ts";
import { ApiResponseError, ApiInstanceNotReadyError, ApiNetworkError, ApiRateLimitError, ApiServerError } from "./api-error.ts";

/** Longer timers fire at once. */
export const maxTimerMilliseconds = 2_147_483_647;

/** Resolves after a time. Rejects at once with the signal's reason when that is aborted. */
export function delay(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => {
        forget();
        resolve();
      },
      Math.min(milliseconds, maxTimerMilliseconds),
    );
    const forget = whenAborted(signal, () => {
      clearTimeout(timer);
      reject(signal?.reason);
    });
  });
}

/** How long to wait before a retry. Milliseconds. */
export interface Backoff {
  /** The span that the first wait is drawn from. */
  readonly minMilliseconds: number;
  /** The longest span. */
  readonly maxMilliseconds: number;
}

/** Full jitter: a random part of a span that doubles with each retry (0 is the first), and at least `minMilliseconds`. */
export function backoffMilliseconds({ minMilliseconds, maxMilliseconds }: Backoff, retry: number): number {
  const span = Math.min(maxMilliseconds, minMilliseconds * 2 ** (retry + 1));
  return Math.max(Math.min(minMilliseconds, span), Math.random() * span);
}

/** No response may make a call wait longer. */
const maxRetryAfterMilliseconds = 60_000;

/** The wait that a `Retry-After` header (seconds or a date) asks for, in milliseconds, at most a minute. `undefined` if it is neither. */
export function retryAfterMilliseconds(header: string | undefined): number | undefined {
  if (header === undefined || header.length > 64) return undefined;
  // `Date.parse` takes "-1" and "1.5" for days in 2001; dates, as servers must write them, end with GMT.
  const date = header.trimEnd().endsWith("GMT") ? Date.parse(header) - Date.now() : NaN;
  const asked = /^\s*\d+\s*$/.test(header) ? Number(header) * 1_000 : date;
  return Number.isNaN(asked) ? undefined : Math.min(maxRetryAfterMilliseconds, Math.max(0, asked));
}

/** Whether an error is transient: GREEN-API or the network is out of order, the rate is exceeded, the instance (re)starts. */
export function isTransient(error: unknown): boolean {
  if (error instanceof ApiNetworkError || error instanceof ApiServerError || error instanceof ApiRateLimitError) return true;
  if (error instanceof ApiResponseError) return error.code !== "REDIRECT";
  return isStarting(error);
}

/** Whether the instance (re)starts. GREEN-API's text for that is in part the same as for one that isn't authorised. */
export function isStarting(error: unknown): boolean {
  return error instanceof ApiInstanceNotReadyError && (error.reason === "starting" || error.reason === "notAuthorized");
}
