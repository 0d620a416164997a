import type { Settlement, SettleResult } from "../../engine/taken-item.ts";
import type { Claimed } from "../store/claim.ts";
import { describeSqliteError, isTransient } from "../store/sqlite-error.ts";
import type { Store } from "../store/store.ts";
import type { LeaseKeeper } from "./lease-keeper.ts";
import type { LoneSuspect } from "../../engine/lone-suspect.ts";
import type { ThreadMessage } from "./messages.ts";
import type { ThreadRun } from "./thread-run.ts";

/** A settlement that waits for its transaction. */
interface Settling {
  readonly run: number;
  readonly fence: string;
  readonly settlement: Settlement;
  readonly resolve: (result: SettleResult) => void;
}

/** What was taken for a run in one turn. */
interface Taking {
  readonly run: ThreadRun;
  readonly claimed: readonly Claimed[];
}

/** How often a free slot looks for what another process stored, or what became due. */
const pollMilliseconds = 50;
const firstPauseMilliseconds = 100;
const longestPauseMilliseconds = 2_000;

/** Settles items and gives new ones to the runs of this process: what waits at a time shares one transaction. */
export class Scheduler {
  readonly #store: Store;
  readonly #runs: ReadonlyMap<number, ThreadRun>;
  readonly #alone: LoneSuspect;
  readonly #leases: LeaseKeeper;
  readonly #post: (message: ThreadMessage) => void;
  #settling: readonly Settling[] = [];
  #turn: NodeJS.Immediate | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Above 0 while the file can't be written to. */
  #pauseMilliseconds = 0;
  #hasWarned = false;
  #isOver = false;

  constructor(
    store: Store,
    runs: ReadonlyMap<number, ThreadRun>,
    alone: LoneSuspect,
    leases: LeaseKeeper,
    post: (message: ThreadMessage) => void,
  ) {
    this.#store = store;
    this.#runs = runs;
    this.#alone = alone;
    this.#leases = leases;
    this.#post = post;
  }

  /** Resolves once it is durable. */
  settle(run: number, fence: string, settlement: Settlement): Promise<SettleResult> {
    return new Promise((resolve) => {
      this.#settling = [...this.#settling, { run, fence, settlement, resolve }];
      this.wake();
    });
  }

  /** Drops what a run that has ended couldn't settle. */
  forget(run: number): void {
    for (const each of this.#settling) if (each.run === run) each.resolve("stale");
    this.#settling = this.#settling.filter((each) => each.run !== run);
  }

  /** Something was stored or is to be settled, or a slot is free: takes a turn once the messages that are here have been read. */
  wake(): void {
    if (this.#pauseMilliseconds === 0 && !this.#isOver) this.#turn ??= setImmediate(() => this.takeTurn());
  }

  stop(): void {
    clearImmediate(this.#turn);
    clearTimeout(this.#timer);
    this.#turn = undefined;
  }

  /** The same for good: the file is about to be closed. */
  end(): void {
    this.stop();
    this.#isOver = true;
  }

  takeTurn(): void {
    this.stop();
    const settling = this.#settling;
    try {
      this.#endSurvival();
      const runs = this.#leases.isFresh ? [...this.#runs.values()].filter((run) => run.slots > 0) : [];
      const mayTake = runs.length > 0 && (!this.#alone.isRunning || settling.some(({ fence }) => this.#alone.is(fence)));
      if (settling.length > 0 || (mayTake && this.#store.claim.isDue())) this.#settleAndTake(settling, mayTake ? runs : []);
      this.#pauseMilliseconds = 0;
    } catch (error) {
      // The file is locked, or the disk is full: everything waits.
      if (!isTransient(error)) this.#warn(error);
      this.#pauseMilliseconds = Math.min(Math.max(firstPauseMilliseconds, 2 * this.#pauseMilliseconds), longestPauseMilliseconds);
    }
    if (this.#runs.size > 0) this.#timer = setTimeout(() => this.takeTurn(), this.#pauseMilliseconds || pollMilliseconds);
  }

  #settleAndTake(settling: readonly Settling[], runs: readonly ThreadRun[]): void {
    const { results, takings } = this.#store.write(() => ({
      results: settling.map(({ fence, settlement }) => this.#store.settle.settle(fence, settlement)),
      takings: this.#take(runs),
    }));
    this.#settling = this.#settling.slice(settling.length);
    settling.forEach(({ run, fence, resolve }, index) => {
      this.#runs.get(run)?.open.delete(fence);
      this.#alone.end(fence);
      resolve(results[index] ?? "stale");
    });
    for (const taking of takings) this.#give(taking);
    if (takings.length > 0) this.wake();
  }

  /** A file that is corrupt stays so until it is replaced, and nobody waits for a response here. */
  #warn(error: unknown): void {
    if (this.#hasWarned) return;
    this.#hasWarned = true;
    process.emitWarning(describeSqliteError("The inbox's worker stands still", error));
  }

  /** One suspect and nothing beside it, else as many others as there is room for. */
  #take(runs: readonly ThreadRun[]): readonly Taking[] {
    const [first] = runs;
    if (first === undefined) return [];
    const suspect = this.#store.claim.suspect(first.worker);
    if (suspect !== undefined) return [{ run: first, claimed: [suspect] }];
    return runs
      .map((run) => ({ run, claimed: this.#store.claim.others(run.worker, run.slots) }))
      .filter(({ claimed }) => claimed.length > 0);
  }

  #give({ run, claimed }: Taking): void {
    run.busy += claimed.length;
    for (const { id, taken } of claimed) {
      run.open.set(taken.fence, id);
      if (taken.suspect) this.#alone.begin(taken.fence);
    }
    this.#post({ kind: "taken", run: run.number, taken: claimed.map(({ taken }) => taken) });
  }

  /** A suspect that has lived for long enough isn't alone any more: what is begun beside it would share its death. */
  #endSurvival(): void {
    const fence = this.#alone.survivor;
    if (fence === undefined) return;
    this.#store.write(() => this.#store.claim.joinOthers(fence));
    this.#alone.end(fence);
  }
}
