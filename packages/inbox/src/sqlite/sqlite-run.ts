import { setTimeout as pause } from "node:timers/promises";
import type { EngineRun } from "../engine/inbox-engine.ts";
import type { Attempt, TakenItem } from "../engine/taken-item.ts";
import type { ThreadClient } from "./thread-client.ts";

/** After their signals were aborted by `stop`, handlers may still settle. */
const lastGraceMilliseconds = 1_000;
const patienceMilliseconds = 30_000;
const lookMilliseconds = 250;

/** A worker's items in this process, and their signals. */
export class SqliteRun implements EngineRun {
  readonly #client: ThreadClient;
  readonly #number: number;
  readonly #take: (taken: TakenItem, attempt: Attempt) => Promise<void>;
  readonly #attempts = new Map<string, AbortController>();
  readonly #running = new Set<Promise<void>>();
  #fencing: NodeJS.Timeout | undefined;
  #stopped: Promise<void> | undefined;
  /** The grace is over: what fails from here on isn't its own fault, and is given back uncounted. */
  #isGivingBack = false;

  constructor(client: ThreadClient, number: number, take: (taken: TakenItem, attempt: Attempt) => Promise<void>) {
    this.#client = client;
    this.#number = number;
    this.#take = take;
  }

  /** Begins; `isFresh` says whether the thread could renew the lease in time, which may hang on a disk that does. */
  async start(concurrency: number, isFresh: () => boolean): Promise<void> {
    this.#client.hold();
    try {
      await this.#client.callPatiently(patienceMilliseconds, "run", this.#number, concurrency);
    } catch (error) {
      this.#client.letGo();
      throw error;
    }
    this.#fencing = setInterval(() => {
      if (!isFresh()) this.abortAll("The worker couldn't renew its lease");
    }, lookMilliseconds).unref();
  }

  taken(items: readonly TakenItem[]): void {
    for (const item of items) {
      const running = this.#run(item).finally(() => this.#running.delete(running));
      this.#running.add(running);
    }
  }

  abort(fences: readonly string[], reason: string): void {
    for (const fence of fences) this.#attempts.get(fence)?.abort(new DOMException(reason, "AbortError"));
  }

  abortAll(reason: string): void {
    this.abort([...this.#attempts.keys()], reason);
  }

  stop(graceMilliseconds: number): Promise<void> {
    this.#stopped ??= this.#stop(graceMilliseconds);
    return this.#stopped;
  }

  async #run(taken: TakenItem): Promise<void> {
    const controller = new AbortController();
    this.#attempts.set(taken.fence, controller);
    try {
      await this.#take(taken, {
        signal: controller.signal,
        settle: async (settlement) =>
          this.#isGivingBack && settlement.outcome !== "done"
            ? "stale"
            : this.#client.call("settle", this.#number, taken.fence, settlement),
      });
    } finally {
      this.#attempts.delete(taken.fence);
      this.#client.free(this.#number);
    }
  }

  async #stop(graceMilliseconds: number): Promise<void> {
    try {
      await this.#client.call("pause", this.#number);
      await this.#ended(graceMilliseconds);
      this.#isGivingBack = true;
      this.abortAll("The worker is closed");
      await this.#ended(lastGraceMilliseconds);
      await this.#client.callPatiently(patienceMilliseconds, "end", this.#number);
    } finally {
      clearInterval(this.#fencing);
      this.#client.letGo();
    }
  }

  /** Resolves once nothing runs, or after the time. */
  async #ended(milliseconds: number): Promise<void> {
    if (this.#running.size === 0) return;
    const over = new AbortController();
    await Promise.race([Promise.allSettled(this.#running), pause(milliseconds, undefined, { signal: over.signal }).catch(() => undefined)]);
    over.abort();
  }
}
