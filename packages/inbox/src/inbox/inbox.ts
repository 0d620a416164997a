import type { Deliver, DeliveryContext } from "@greenhook/core";
import type { InboxItems } from "./inbox-item.ts";
import type { InboxCheck, InboxStats } from "./inbox-stats.ts";
import type { CloseOptions, InboxWorker, WorkOptions } from "./work-options.ts";

/** A durable store between the sender's 200 and your handlers. */
export interface Inbox {
  /**
   * Stores a notification: resolves to `"stored"` once it is durable, or to `"duplicate"` if it was stored before. Waits while the store is busy
   * or away, until the delivery's own deadline. Needs no `this`.
   */
  readonly deliver: Deliver;
  /**
   * Runs a dispatcher, or a function, for what is stored: the items of one lane in the order in which they came, one at a time, failed ones
   * again. Handlers may run twice for one item. Works in the process that stores, or in any other.
   */
  work(deliver: Deliver | { readonly deliver: Deliver }, options?: WorkOptions): Promise<InboxWorker>;
  stats(): Promise<InboxStats>;
  /** Looks for what makes it lose, delay or expose notifications. */
  check(): Promise<InboxCheck>;
  /** Closes all workers, stores what is waiting to be stored, and closes the store. */
  close(options?: CloseOptions): Promise<void>;
}

/** An inbox on an engine that can search its items and complete them in a transaction of yours. */
export interface SearchableInbox<Transaction> extends Inbox {
  /**
   * Marks the item that a handler runs for as done, in your own transaction: its effect and the mark are committed together, or neither is. What
   * the handler does afterwards can't make the item run again.
   *
   * @throws StaleAttempt if another attempt has the item: roll back.
   */
  complete(context: DeliveryContext, transaction: Transaction): Promise<void>;
  readonly items: InboxItems;
}
