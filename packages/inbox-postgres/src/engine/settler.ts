import { EngineUnavailable, type Settlement, type SettleResult } from "@greenhook/inbox";
import type { Settle } from "../store/settle.ts";
import { WakeUp } from "./wake-up.ts";

/** A settlement that waits for its transaction. */
interface Waiting {
  readonly fence: string;
  readonly settlement: Settlement;
  again: boolean;
  readonly resolve: (result: SettleResult) => void;
  readonly reject: (error: unknown) => void;
}

const mostAtOnce = 256;
const firstPauseMilliseconds = 100;
const longestPauseMilliseconds = 2_000;

/** Settles attempts: what waits while one transaction is in flight shares the next. Holds them while Postgres is away. */
export class Settler {
  readonly #settle: Settle["settle"];
  readonly #settled: () => void;
  readonly #pause = new WakeUp();
  #waiting: readonly Waiting[] = [];
  #isRunning = false;
  #pauseMilliseconds = 0;

  constructor(settle: Settle["settle"], settled: () => void) {
    this.#settle = settle;
    this.#settled = settled;
  }

  /** Resolves once it is durable. */
  settle(fence: string, settlement: Settlement): Promise<SettleResult> {
    return new Promise((resolve, reject) => {
      this.#waiting = [...this.#waiting, { fence, settlement, again: false, resolve, reject }];
      if (!this.#isRunning) void this.#run();
    });
  }

  /** Drops what can't be settled any more. */
  drop(fences: ReadonlySet<string>): void {
    for (const each of this.#waiting) if (fences.has(each.fence)) each.resolve("stale");
    this.#waiting = this.#waiting.filter(({ fence }) => !fences.has(fence));
    this.#pause.now();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    // What else is settled in this turn of the event loop.
    await Promise.resolve();
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.slice(0, mostAtOnce);
      await this.#settleSome(batch);
    }
    this.#isRunning = false;
  }

  async #settleSome(batch: readonly Waiting[]): Promise<void> {
    try {
      const results = await this.#settle(batch);
      this.#remove(batch);
      batch.forEach(({ resolve }, index) => resolve(results[index] ?? "stale"));
      this.#pauseMilliseconds = 0;
      this.#settled();
    } catch (error) {
      if (error instanceof EngineUnavailable) {
        for (const each of batch) each.again = true;
        this.#pauseMilliseconds = Math.min(Math.max(firstPauseMilliseconds, 2 * this.#pauseMilliseconds), longestPauseMilliseconds);
        await this.#pause.sleep(this.#pauseMilliseconds);
        return;
      }
      this.#remove(batch);
      for (const { reject } of batch) reject(error);
    }
  }

  #remove(batch: readonly Waiting[]): void {
    this.#waiting = this.#waiting.filter((each) => !batch.includes(each));
  }
}
