import type { Settlement, TakenItem } from "../engine/taken-item.ts";
import { errorText } from "./error-text.ts";
import { isNotRetryable } from "./is-not-retryable.ts";
import { retryDelay } from "./retry-delay.ts";
import type { WorkSettings } from "./work-settings.ts";

/** How an attempt that failed after so many milliseconds ends: the item is retried, or dead. */
export function settlementOf(error: unknown, taken: TakenItem, settings: WorkSettings, milliseconds: number): Settlement {
  const { attempt } = taken.item;
  const isOver = attempt >= settings.attempts || taken.retryingMilliseconds + milliseconds >= settings.retryForMilliseconds;
  if (isOver || isNotRetryable(error)) return deadOf(error, settings);
  const afterMilliseconds = retryDelay(attempt, settings.firstRetryMilliseconds, settings.longestRetryMilliseconds);
  return { outcome: "retry", error: storedError(error, settings), afterMilliseconds };
}

/** A dead item's settlement. */
export function deadOf(error: unknown, settings: WorkSettings): Settlement {
  return { outcome: "dead", error: storedError(error, settings), blocks: settings.whenDead === "block" };
}

const leastAttempts = 3;

/** Why an item isn't run any more, known before its attempt begins; `undefined` for one that is. */
export function hopeless({ item, deaths, suspect, retryingMilliseconds }: TakenItem, settings: WorkSettings): string | undefined {
  if (deaths >= 3) return `Its process died during ${deaths} attempts that ran alone`;
  if (!suspect) return undefined;
  // Only where processes die: a handler that fails is judged when it has.
  if (item.attempt > settings.attempts) return `Its process died during attempt ${item.attempt - 1}, the last one`;
  // The machine may have been off for all that time: a few attempts are made nevertheless.
  const isOver = retryingMilliseconds >= settings.retryForMilliseconds && item.attempt > leastAttempts;
  return isOver ? "Its process died, and its time for retries is over" : undefined;
}

function storedError(error: unknown, { storeErrors }: WorkSettings): string {
  return storeErrors ? errorText(error) : "";
}
