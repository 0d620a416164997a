import { setTimeout as pause } from "node:timers/promises";
import { EngineUnavailable } from "../engine/engine-unavailable.ts";
import type { InboxEngine } from "../engine/inbox-engine.ts";
import type { NewItem, PutResult } from "../engine/new-item.ts";

/** A delivery that waits until it is stored. */
interface Waiting {
  readonly item: NewItem;
  readonly bytes: number;
  resolve(result: PutResult): void;
  reject(error: unknown): void;
}

const limits = { items: 10_000, bytes: 64 * 1024 * 1024, batchItems: 64, batchBytes: 4 * 1024 * 1024 };
const firstPauseMilliseconds = 100;
const longestPauseMilliseconds = 2_000;

/**
 * Stores items in batches: what arrives while one batch is written goes into the next, so that many deliveries share one flush to the disk. Holds
 * them while the engine is busy or away, each until its own signal is aborted.
 */
export class PutQueue {
  readonly #engine: Pick<InboxEngine, "name" | "put">;
  /** In the order of their arrival. */
  #waiting = new Set<Waiting>();
  #bytes = 0;
  #writing: Promise<void> | undefined;
  #closed = false;
  /** Who waits for the batch that is being written. */
  #inFlight: { readonly left: Set<Waiting>; readonly abandoned: AbortController } | undefined;

  constructor(engine: Pick<InboxEngine, "name" | "put">) {
    this.#engine = engine;
  }

  /** Resolves once the item is stored. Rejects when the signal is aborted, when too many wait, and for what the engine refuses. */
  put(item: NewItem, signal: AbortSignal): Promise<PutResult> {
    const bytes = Buffer.byteLength(item.text);
    const refused = this.#refusal(bytes, signal);
    if (refused !== undefined) return Promise.reject(refused);
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        signal.removeEventListener("abort", abort);
        if (this.#waiting.delete(waiting)) this.#bytes -= bytes;
        if (this.#inFlight?.left.delete(waiting) && this.#inFlight.left.size === 0) this.#inFlight.abandoned.abort();
      };
      const waiting: Waiting = {
        item,
        bytes,
        resolve: (result) => (leave(), resolve(result)),
        reject: (error) => (leave(), reject(error)),
      };
      const abort = (): void => waiting.reject(signal.reason);
      signal.addEventListener("abort", abort, { once: true });
      this.#waiting.add(waiting);
      this.#bytes += bytes;
      // After the other deliveries of this turn of the event loop.
      this.#writing ??= new Promise<void>((start) => setImmediate(start)).then(() => this.#writeAll());
    });
  }

  /** Takes no more, and resolves once nothing waits. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#writing;
  }

  #refusal(bytes: number, signal: AbortSignal): unknown {
    if (signal.aborted) return signal.reason;
    if (this.#closed) return new Error("Cannot store notification: the inbox is closed");
    if (this.#waiting.size < limits.items && this.#bytes + bytes <= limits.bytes) return undefined;
    return new Error(`Cannot store notification: ${this.#waiting.size} are waiting for "${this.#engine.name}" already`);
  }

  async #writeAll(): Promise<void> {
    let pauseMilliseconds = firstPauseMilliseconds;
    while (this.#waiting.size > 0) {
      if (await this.#write(this.#nextBatch())) pauseMilliseconds = firstPauseMilliseconds;
      else {
        await pause(pauseMilliseconds);
        pauseMilliseconds = Math.min(2 * pauseMilliseconds, longestPauseMilliseconds);
      }
    }
    this.#writing = undefined;
  }

  /** The longest-waiting deliveries that one batch can hold, grouped by key: an engine gets each key once. */
  #nextBatch(): Waiting[][] {
    const groups = new Map<string, Waiting[]>();
    let bytes = 0;
    for (const waiting of this.#waiting) {
      const group = groups.get(waiting.item.key);
      if (group !== undefined) group.push(waiting);
      else if (groups.size > 0 && (groups.size === limits.batchItems || bytes + waiting.bytes > limits.batchBytes)) break;
      else {
        groups.set(waiting.item.key, [waiting]);
        bytes += waiting.bytes;
      }
    }
    return [...groups.values()];
  }

  /** Stores a batch; one that the engine refuses is halved until the guilty item is alone. `false` while the engine is away: it all waits on. */
  async #write(groups: readonly Waiting[][]): Promise<boolean> {
    const firsts = groups.map(([first]) => first).filter((first) => first !== undefined);
    const abandoned = new AbortController();
    this.#inFlight = { left: new Set(groups.flat()), abandoned };
    try {
      const results = await this.#engine.put(
        firsts.map(({ item }) => item),
        abandoned.signal,
      );
      if (results.length !== firsts.length)
        throw new TypeError(`Cannot store notification: "${this.#engine.name}" gave ${results.length} results for ${firsts.length} items`);
      groups.forEach(([first, ...others], index) => {
        // As many results as items: checked above.
        first?.resolve(results[index] as PutResult);
        for (const other of others) other.resolve("duplicate");
      });
      return true;
    } catch (error) {
      if (error instanceof EngineUnavailable) return false;
      if (groups.length > 1) {
        const half = groups.length >> 1;
        // Not the second half before the first: they may be of one lane.
        return (await this.#write(groups.slice(0, half))) && (await this.#write(groups.slice(half)));
      }
      for (const waiting of groups.flat()) waiting.reject(error);
      return true;
    }
  }
}
