import type { Clock } from "./clock.ts";

/** Timers on a clock that can all be cancelled at once. */
export interface Timers {
  /** Runs `callback` once. The returned function cancels it. */
  after(milliseconds: number, callback: () => void): () => void;
  /** Cancels all timers. Later ones never run. */
  cancelAll(): void;
}

export function createTimers(clock: Clock): Timers {
  const cancels = new Set<() => void>();
  let stopped = false;
  return {
    after(milliseconds, callback) {
      if (stopped) return () => {};
      const cancelTimer = clock.schedule(milliseconds, () => {
        cancels.delete(cancel);
        callback();
      });
      const cancel = (): void => {
        cancels.delete(cancel);
        cancelTimer();
      };
      cancels.add(cancel);
      return cancel;
    },
    cancelAll() {
      stopped = true;
      for (const cancel of cancels) cancel();
    },
  };
}
