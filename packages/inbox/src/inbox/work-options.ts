import type { Logger, Quarantine } from "@greenhook/core";
import type { InboxItem } from "./inbox-item.ts";

/** Options of `inbox.work`. */
export interface WorkOptions {
  /**
   * How many items run at a time, each of another lane.
   *
   * @default 64
   */
  readonly concurrency?: number;
  /** Closes the worker when it is aborted. */
  readonly signal?: AbortSignal;
  /**
   * How long a handler may take before its `context.signal` is aborted. 30 seconds later the attempt has failed, whatever the handler does.
   *
   * @default 900_000
   */
  readonly handlerMilliseconds?: number;
  /**
   * How long after its first attempt an item is retried: what fails later than that is dead.
   *
   * @default 86_400_000
   */
  readonly retryForMilliseconds?: number;
  /**
   * The longest pause before the second attempt. It doubles with each attempt; the real pause is random between 0 and that.
   *
   * @default 1_000
   */
  readonly firstRetryMilliseconds?: number;
  /**
   * The longest pause before any attempt, at most 900,000.
   *
   * @default 300_000
   */
  readonly longestRetryMilliseconds?: number;
  /**
   * How many attempts an item has at most, besides the limit by time.
   *
   * @default Infinity
   */
  readonly attempts?: number;
  /**
   * What a dead item does to its lane: `"continue"` with the next one, or `"block"` it until the dead one is retried or erased by hand.
   *
   * @default "continue"
   */
  readonly whenDead?: "continue" | "block";
  /** Keeps what can't be delivered: a text that is no notification, or one of a known kind that doesn't fit and that no handler took. Default: it is dead. */
  readonly quarantine?: Quarantine;
  /**
   * Whether the first 500 characters of an error's message are stored with the item. Set it to `false` where your errors may hold content.
   *
   * @default true
   */
  readonly storeErrors?: boolean;
  /** Called once per attempt. Its result and errors are ignored. */
  readonly onOutcome?: (outcome: WorkOutcome) => unknown;
  /**
   * Gets a line for each attempt that fails, goes to the quarantine or is stale, each item that is dead, and each handler that doesn't return;
   * `false` for none. Equal ones (event, kind, instance) are counted, and written once a minute.
   *
   * @default console, from `warn` on
   */
  readonly logger?: Logger | false;
}

/** The result of one attempt. */
export interface WorkOutcome {
  /**
   * - `handled`: a handler took it.
   * - `ignored`: no handler is registered for it.
   * - `quarantined`: it can't be delivered, and the quarantine has it.
   * - `failed`: it will be retried.
   * - `dead`: it won't be retried.
   * - `stale`: another attempt has the item, or it was erased: this one's result is dropped.
   */
  readonly outcome: "handled" | "ignored" | "quarantined" | "failed" | "dead" | "stale";
  readonly item: InboxItem;
  readonly durationMilliseconds: number;
  /** What the handler threw, untouched. */
  readonly error?: unknown;
}

/** A worker, as long as it runs. */
export interface InboxWorker {
  /**
   * Takes no new items, and resolves once the running ones have ended. After the grace their signals are aborted, and a second later their items
   * go back to wait; such an attempt isn't counted.
   */
  close(options?: CloseOptions): Promise<void>;
}

/** Options of `worker.close` and `inbox.close`. */
export interface CloseOptions {
  /** @default 10_000 */
  readonly graceMilliseconds?: number;
}
