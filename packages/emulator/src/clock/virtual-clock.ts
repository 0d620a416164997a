import { setImmediate as nextTurn } from "node:timers/promises";
import type { Clock } from "./clock.ts";

export interface VirtualClockOptions {
  /** The initial time, milliseconds since 1970. @default Date.UTC(2026, 0, 1) */
  readonly startAt?: number;
  /**
   * How long, in real milliseconds, `advance` waits for a request in flight to end. After that it regards the receivers as slow, and time
   * passes while their requests are in flight.
   *
   * @default 3_000
   */
  readonly patienceMilliseconds?: number;
}

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/**
 * A clock that stands still until a test calls `advance`. A day with an unreachable receiver takes a second.
 *
 * @example
 * const clock = new VirtualClock();
 * const emulator = await createEmulator({ clock });
 * await clock.advance(24 * 60 * 60 * 1000);
 */
export class VirtualClock implements Clock {
  #now: number;
  readonly #patienceMilliseconds: number;
  /** Sorted by time, the latest first: due timers are popped off the end. */
  readonly #timers: Timer[] = [];
  /** The work in real time, and whether `advance` still waits for it. */
  readonly #holds = new Map<object, boolean>();
  #onRelease: (() => void) | undefined;
  #advancing: Promise<void> = Promise.resolve();

  constructor({ startAt = Date.UTC(2026, 0, 1), patienceMilliseconds = 3_000 }: VirtualClockOptions = {}) {
    this.#now = startAt;
    this.#patienceMilliseconds = patienceMilliseconds;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#now;
  }

  /** Runs `callback` once, when `advance` reaches that time. The returned function cancels it. */
  schedule(delayMilliseconds: number, callback: () => void): () => void {
    const timer: Timer = { at: this.#now + Math.max(0, delayMilliseconds), callback };
    let low = 0;
    let high = this.#timers.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#timers[middle]?.at ?? 0) > timer.at) low = middle + 1;
      else high = middle;
    }
    this.#timers.splice(low, 0, timer);
    return () => {
      const index = this.#timers.indexOf(timer);
      if (index !== -1) this.#timers.splice(index, 1);
    };
  }

  /** Makes `advance` wait, up to its patience, until the returned function is called. */
  hold(): () => void {
    const key = {};
    this.#holds.set(key, true);
    return () => {
      this.#holds.delete(key);
      this.#onRelease?.();
    };
  }

  /** Resolves after that much of this clock's time: for a handler that a test makes slow. */
  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.schedule(milliseconds, resolve);
    });
  }

  /**
   * Advances time and runs the timers that fall due, each at its own time. Waits for the requests in flight after each. Resolves when the
   * time is reached and no request is in flight. `advance(0)` only waits. Concurrent calls run one after another.
   */
  advance(milliseconds: number): Promise<void> {
    const advanced = this.#advancing.then(() => this.#run(milliseconds));
    this.#advancing = advanced.catch(() => {});
    return advanced;
  }

  async #run(milliseconds: number): Promise<void> {
    const until = this.#now + milliseconds;
    for (;;) {
      await this.#settle();
      const next = this.#timers.at(-1)?.at;
      if (next === undefined || next > until) break;
      this.#now = Math.max(this.#now, next);
      while (this.#timers.at(-1)?.at === next) this.#timers.pop()?.callback();
    }
    this.#now = until;
  }

  /** Waits for the work in real time, up to the patience. */
  async #settle(): Promise<void> {
    await nextTurn();
    while ([...this.#holds.values()].includes(true)) {
      const released = new Promise<"released">((resolve) => {
        this.#onRelease = () => resolve("released");
      });
      let timer: NodeJS.Timeout | undefined;
      const exhausted = new Promise<"exhausted">((resolve) => {
        timer = setTimeout(resolve, this.#patienceMilliseconds, "exhausted");
      });
      const first = await Promise.race([released, exhausted]);
      clearTimeout(timer);
      this.#onRelease = undefined;
      if (first === "exhausted") for (const key of this.#holds.keys()) this.#holds.set(key, false);
    }
  }
}
