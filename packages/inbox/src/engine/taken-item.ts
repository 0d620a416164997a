import type { InboxItem } from "../inbox/inbox-item.ts";

/** An item that an engine gives to a worker: one attempt. */
export interface TakenItem {
  /** In state `running`; its `attempt` counts this one. */
  readonly item: InboxItem;
  /** Names the attempt: with an older one's nothing can be settled. */
  readonly fence: string;
  readonly text: string;
  readonly missing?: readonly string[];
  readonly receivedAt: Date;
  readonly traceparent?: string;
  /** Time since the first attempt began, by the engine's clock; 0 for the first. */
  readonly retryingMilliseconds: number;
  /** Whether the process that ran the latest attempt died before it was settled. The item is the only such one that runs in this worker. */
  readonly suspect: boolean;
  /** How many attempts died with their process while they ran as the only suspect. */
  readonly deaths: number;
}

/** How an attempt ended. */
export type Settlement =
  | { readonly outcome: "done" }
  /** Due again after `afterMilliseconds`; an engine that has a timing of its own may use that. */
  | { readonly outcome: "retry"; readonly error: string; readonly afterMilliseconds: number }
  /** `blocks`: its lane stands still until it is retried or erased by hand. */
  | { readonly outcome: "dead"; readonly error: string; readonly blocks: boolean };

/**
 * - `settled`: it counts.
 * - `completed`: the item was done before, by `complete` in a transaction of the handler's, so the settlement changes nothing.
 * - `stale`: another attempt has the item, or it was erased, so the settlement changes nothing.
 */
export type SettleResult = "settled" | "completed" | "stale";

/** What an engine hands to a worker beside the item. */
export interface Attempt {
  /** Aborted when the worker is closed, when it can't renew its lease, and when the item is erased. */
  readonly signal: AbortSignal;
  /** Ends the attempt. Resolves once that is durable; an engine that is away holds it. Called once. */
  readonly settle: (settlement: Settlement) => Promise<SettleResult>;
}
