import type { InboxItems } from "../inbox/inbox-item.ts";
import type { InboxCheck, InboxStats } from "../inbox/inbox-stats.ts";
import type { NewItem, PutResult } from "./new-item.ts";
import type { Attempt, TakenItem } from "./taken-item.ts";

/**
 * What `inboxOver` makes an inbox of. An engine stores items, and pushes them to workers: order, duplicates, leases, due times and dead items are
 * its own; keys, lanes, batches, deadlines, retry times, parsing and outcomes are not. `runInboxContract` in `@greenhook/inbox/contract` proves one.
 */
export interface InboxEngine {
  /** @example "sqlite" */
  readonly name: string;
  /**
   * Stores at most 64 items, no key twice among them, and resolves once they are durable, to a result for each. Nothing is stored if it rejects. A
   * journal's item is a duplicate of any with its `messageKey`; another one is a duplicate by `key`, and if it is `plain` also of a journal's plain item
   * with its `messageKey`. Keys of done and dead items count for `keepMilliseconds`.
   *
   * @throws EngineUnavailable to be asked again later.
   */
  put(items: readonly NewItem[], signal: AbortSignal): Promise<readonly PutResult[]>;
  /**
   * Calls `take` for each item that is due, at most `concurrency` at a time and one per lane. An item's slot is free once `take` resolves, which may
   * be long after it was settled. `take` never rejects.
   */
  run(concurrency: number, take: (taken: TakenItem, attempt: Attempt) => Promise<void>): Promise<EngineRun>;
  stats(): Promise<InboxStats>;
  check(): Promise<InboxCheck>;
  close(): Promise<void>;
}

/** An engine that can search its items, and mark one as done in a transaction of the user's. */
export interface SearchableEngine<Transaction> extends InboxEngine {
  readonly items: InboxItems;
  /** Marks an item as done in the transaction. `false`, without an effect, if another attempt has it or it isn't open. */
  complete(taken: TakenItem, transaction: Transaction): Promise<boolean>;
}

/** A worker, as an engine sees it. */
export interface EngineRun {
  /**
   * Takes no new items, waits for running ones as long as the grace, aborts their signals, and a second later puts what isn't settled back to
   * wait, that attempt uncounted.
   */
  stop(graceMilliseconds: number): Promise<void>;
}
