import type { Deadline } from "./deadline.ts";

/** What a request began ends with it, timers and promises included. */
export const runsOutliveRequests = false;

/** Calls back once `milliseconds` have passed, unless cleared before. Where a timer dies with the request that set it (Workers): one for each. */
export function startDeadline(milliseconds: number, onDeadline: () => void): Deadline {
  const timer = setTimeout(onDeadline, milliseconds);
  return { clear: () => clearTimeout(timer) };
}
