import type { Clock } from "../clock.ts";

/** Timers that can be cancelled all at once. */
export interface Timers {
  /** Runs `callback` after that long, unless cancelled. The result cancels it. */
  after(milliseconds: number, callback: () => void): () => void;
  /** Cancels all of them, and takes no new ones. */
  cancelAll(): void;
}

/** Timers on a clock. After `cancelAll` no new ones are taken. */
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
