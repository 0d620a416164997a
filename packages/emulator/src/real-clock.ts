import type { Clock } from "./clock.ts";

/** The computer's own time. */
export const realClock: Clock = {
  now: () => Date.now(),
  schedule(delayMilliseconds, callback) {
    const timer = setTimeout(callback, delayMilliseconds);
    return () => clearTimeout(timer);
  },
  hold: () => () => {},
};
