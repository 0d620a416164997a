import { setImmediate as nextTurn } from "node:timers/promises";
import type { Clock } from "./clock.ts";

/** How a {@link VirtualClock} starts. */
export interface VirtualClockOptions {
  /** The time at the start, milliseconds since 1970. Default: the start of 2026, UTC. */
  readonly startAt?: number;
  /**
   * How long, in real milliseconds, `advance` waits while not one of the requests under way ends, before it takes the receivers for slow ones
   * and lets time pass without them. Default: 3,000.
   */
  readonly patienceMilliseconds?: number;
}

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/**
 * Time that stands still until a test calls `advance`. A day of an unreachable receiver takes a second.
 *
 * @example
 * const clock = new VirtualClock();
 * const emulator = await createEmulator({ clock });
 * await clock.advance(24 * 60 * 60 * 1000);
 */
export class VirtualClock implements Clock {
  #now: number;
  readonly #patienceMilliseconds: number;
  /** By time, the latest first: what is due is taken from the end. */
  readonly #timers: Timer[] = [];
  /** What is under way, and whether it is still waited for. */
  readonly #holds = new Map<object, boolean>();
  #onRelease: (() => void) | undefined;
  #advancing: Promise<void> = Promise.resolve();

  constructor({ startAt = Date.UTC(2026, 0, 1), patienceMilliseconds = 3_000 }: VirtualClockOptions = {}) {
    this.#now = startAt;
    this.#patienceMilliseconds = patienceMilliseconds;
  }

  /** The time, milliseconds since 1970. */
  now(): number {
    return this.#now;
  }

  /** Runs `callback` once, when `advance` comes to that time. The result cancels it. */
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

  /** Makes `advance` wait until the result is called, within its patience. */
  hold(): () => void {
    const key = {};
    this.#holds.set(key, true);
    return () => {
      this.#holds.delete(key);
      this.#onRelease?.();
    };
  }

  /** Resolves when that much of this clock's time has passed: for a handler that is to be slow. */
  sleep(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      this.schedule(milliseconds, resolve);
    });
  }

  /**
   * Moves time forward and runs everything that falls due on the way, each at its own time, waiting for requests under way in between.
   * Resolves when the time is reached and nothing is under way any more. `advance(0)` only waits. Calls run one after another.
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

  /** Waits until nothing is under way, but for what has outlasted our patience. */
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
