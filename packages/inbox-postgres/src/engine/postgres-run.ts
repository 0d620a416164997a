import type { Attempt, EngineRun, Settlement, SettleResult, TakenItem } from "@greenhook/inbox";
import { setTimeout as pause } from "node:timers/promises";

/** After their signals were aborted by `stop`, handlers may still settle. */
const lastGraceMilliseconds = 1_000;

/** What a run asks of its engine. */
export interface RunHost {
  settle(run: PostgresRun, fence: string, settlement: Settlement): Promise<SettleResult>;
  /** A handler has returned. */
  freed(): void;
  /** Gives back what the run hasn't settled, and forgets it. */
  end(run: PostgresRun): Promise<void>;
}

/** A worker's items in this process, and their signals. */
export class PostgresRun implements EngineRun {
  readonly concurrency: number;
  /** Its id in the table; another one after it was taken for dead. */
  worker: string;
  isPaused: boolean = false;
  lastTakenAt: number = 0;
  /** A claim failed: it may have been committed, and only its response lost. */
  isUnsure: boolean = false;
  /** The items that it has and hasn't settled, by fence. */
  readonly open: Map<string, TakenItem> = new Map();
  readonly #host: RunHost;
  readonly #take: (taken: TakenItem, attempt: Attempt) => Promise<void>;
  readonly #signals = new Map<string, AbortController>();
  readonly #running = new Set<Promise<void>>();
  #stopped: Promise<void> | undefined;
  /** The grace is over: what fails from here on isn't its own fault, and is given back uncounted. */
  #isGivingBack = false;

  constructor(host: RunHost, worker: string, concurrency: number, take: (taken: TakenItem, attempt: Attempt) => Promise<void>) {
    this.#host = host;
    this.worker = worker;
    this.concurrency = concurrency;
    this.#take = take;
  }

  get slots(): number {
    return this.isPaused ? 0 : this.concurrency - this.#running.size;
  }

  taken(items: readonly TakenItem[]): void {
    for (const item of items) {
      this.open.set(item.fence, item);
      const running = this.#run(item).finally(() => {
        this.#running.delete(running);
        this.#host.freed();
      });
      this.#running.add(running);
    }
  }

  abort(fences: Iterable<string>, reason: string): void {
    for (const fence of fences) this.#signals.get(fence)?.abort(new DOMException(reason, "AbortError"));
  }

  abortAll(reason: string): void {
    this.abort([...this.#signals.keys()], reason);
  }

  stop(graceMilliseconds: number): Promise<void> {
    this.#stopped ??= this.#stop(graceMilliseconds);
    return this.#stopped;
  }

  async #run(taken: TakenItem): Promise<void> {
    const controller = new AbortController();
    this.#signals.set(taken.fence, controller);
    try {
      await this.#take(taken, { signal: controller.signal, settle: (settlement) => this.#settle(taken.fence, settlement) });
    } finally {
      this.#signals.delete(taken.fence);
    }
  }

  async #settle(fence: string, settlement: Settlement): Promise<SettleResult> {
    if (this.#isGivingBack && settlement.outcome !== "done") return "stale";
    const result = await this.#host.settle(this, fence, settlement);
    this.open.delete(fence);
    return result;
  }

  async #stop(graceMilliseconds: number): Promise<void> {
    this.isPaused = true;
    await this.#ended(graceMilliseconds);
    this.#isGivingBack = true;
    this.abortAll("The worker is closed");
    await this.#ended(lastGraceMilliseconds);
    await this.#host.end(this);
  }

  /** Resolves once nothing runs, or after the time. */
  async #ended(milliseconds: number): Promise<void> {
    if (this.#running.size === 0) return;
    const over = new AbortController();
    await Promise.race([Promise.allSettled(this.#running), pause(milliseconds, undefined, { signal: over.signal }).catch(() => undefined)]);
    over.abort();
  }
}
