import type { LoneSuspect } from "@greenhook/inbox";
import type { Store } from "../store/store.ts";
import { attemptOf } from "../store/fence.ts";
import type { LeaseKeeper } from "./lease-keeper.ts";
import type { PostgresRun } from "./postgres-run.ts";
import { WakeUp } from "./wake-up.ts";

/** How often a free slot looks for what another process stored, or what became due: less often while nothing is found. */
const firstPollMilliseconds = 50;
const longestPollMilliseconds = 500;
/** A few slots wait so long for others: taking for many costs the same as for one. */
const gatherMilliseconds = 100;
const firstPauseMilliseconds = 100;
const longestPauseMilliseconds = 2_000;

/** Gives due items to the runs of this process. */
export class Taker {
  readonly #store: Store;
  readonly #runs: ReadonlySet<PostgresRun>;
  readonly #alone: LoneSuspect;
  readonly #leases: LeaseKeeper;
  readonly #wakeUp = new WakeUp();
  #isOn = false;
  #isRunning = false;
  #taking: Promise<unknown> = Promise.resolve();

  constructor(store: Store, runs: ReadonlySet<PostgresRun>, alone: LoneSuspect, leases: LeaseKeeper) {
    this.#store = store;
    this.#runs = runs;
    this.#alone = alone;
    this.#leases = leases;
  }

  start(): void {
    this.#isOn = true;
    if (!this.#isRunning) void this.#run();
    this.wake();
  }

  stop(): void {
    this.#isOn = false;
    this.wake();
  }

  /** Something was stored or settled, or a slot is free. */
  wake(): void {
    this.#wakeUp.now();
  }

  /** Runs `work` while nothing is being taken. */
  exclusively<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#taking.then(work);
    this.#taking = result.catch(() => undefined);
    return result;
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    let poll = firstPollMilliseconds;
    let failing = 0;
    while (this.#isOn) {
      try {
        const found = await this.exclusively(() => this.#takeForAll());
        failing = 0;
        poll = found === 0 ? Math.min(2 * poll, longestPollMilliseconds) : firstPollMilliseconds;
        await this.#wakeUp.sleep(poll);
      } catch {
        // Postgres is away: not even what wakes this up helps.
        failing = Math.min(Math.max(firstPauseMilliseconds, 2 * failing), longestPauseMilliseconds);
        await new Promise((resolve) => setTimeout(resolve, failing));
      }
    }
    this.#isRunning = false;
  }

  /** Resolves to how many items were taken; -1 while free slots wait for others. */
  async #takeForAll(): Promise<number> {
    await this.#endSurvival();
    let found = 0;
    let isGathering = false;
    for (const run of this.#runs) {
      const { slots } = run;
      if (slots <= 0 || this.#alone.isRunning || !this.#leases.isFresh || !this.#isOn) continue;
      const now = performance.now();
      if (slots < run.concurrency / 4 && now - run.lastTakenAt < gatherMilliseconds) {
        isGathering = true;
        continue;
      }
      if (run.isUnsure)
        await this.#store.settle.giveBackUnknown(
          run.worker,
          [...run.open.values()].map(({ item }) => item.id),
        );
      run.isUnsure = true;
      const taken = await this.#store.claim.take(run.worker, slots);
      run.isUnsure = false;
      run.lastTakenAt = performance.now();
      if (!this.#isOn || run.isPaused || taken.length === 0) continue;
      for (const { fence, suspect } of taken) if (suspect) this.#alone.begin(fence);
      run.taken(taken);
      found += taken.length;
    }
    return isGathering ? -1 : found;
  }

  /** A suspect that has lived for long enough isn't alone any more: what is begun beside it would share its death. */
  async #endSurvival(): Promise<void> {
    const fence = this.#alone.survivor;
    if (fence === undefined) return;
    await this.#store.claim.joinOthers(attemptOf(fence));
    this.#alone.end(fence);
  }
}
