import { delay } from "./retry.ts";

/** Lets calls start no faster than a rate. Each method of a client has one. */
export interface RateLimiter {
  /** Resolves when the next call may start, in order of asking. Rejects with the signal's reason if that is aborted first. */
  wait(signal?: AbortSignal): Promise<void>;
}

/**
 * A sliding window: in no second (or, below one call a second, in no `1 / rate` seconds) do more calls start than the rate allows.
 * A place given up by aborting is free again unless another call waits behind it.
 */
export function createRateLimiter(callsPerSecond: number): RateLimiter {
  const places = Math.max(1, Math.floor(callsPerSecond));
  const windowMilliseconds = (places / callsPerSecond) * 1_000;
  /** When the last calls started or will start, oldest first. */
  let starts: number[] = [];
  return {
    async wait(signal) {
      const now = performance.now();
      const before = starts.length < places ? undefined : starts[starts.length - places];
      const start = before === undefined ? now : Math.max(now, before + windowMilliseconds);
      starts = [...starts, start].slice(-places);
      if (start <= now) return;
      try {
        // Timers drop fractions.
        await delay(Math.ceil(start - now), signal);
      } catch (reason) {
        // `before` was pushed out of the list by this very call: it counts again.
        if (starts.at(-1) === start && before !== undefined) starts = [before, ...starts.slice(0, -1)];
        throw reason;
      }
    },
  };
}
