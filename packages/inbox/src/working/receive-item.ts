import type { TakenItem } from "../engine/taken-item.ts";

/** What the handlers made of an item. */
export type Received =
  | { readonly outcome: "handled" | "ignored" | "quarantined" }
  /** A handler, or the quarantine, threw. */
  | { readonly outcome: "failed"; readonly error: unknown }
  /** No handler can get it, or none took it, and there is no quarantine. */
  | { readonly outcome: "undeliverable"; readonly reason: string };

/** Runs the handlers for an item; `id` is what they get as `context.id`. Never rejects. */
export type ReceiveItem = (id: string, taken: TakenItem, signal: AbortSignal) => Promise<Received>;
