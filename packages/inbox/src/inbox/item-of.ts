import type { DeliveryContext } from "@greenhook/core";
import type { TakenItem } from "../engine/taken-item.ts";
import type { InboxItem } from "./inbox-item.ts";

/** The items whose handlers run, by the `id` of the context that these got. */
const running = new Map<string, TakenItem>();

/**
 * The stored item that a handler runs for: its attempt, its lane, and a key for effects that must not happen twice. `undefined` where no inbox runs
 * the handler, and once it has returned.
 *
 * @example
 * const { key } = itemOf(context) ?? { key: keyOf(parsed) };
 */
export function itemOf(context: Pick<DeliveryContext, "id">): InboxItem | undefined {
  return running.get(context.id)?.item;
}

/** @throws TypeError for a context that isn't that of a handler that runs now. */
export function takenToComplete({ id }: Pick<DeliveryContext, "id">): TakenItem {
  const taken = running.get(id);
  if (taken !== undefined) return taken;
  throw new TypeError("Cannot complete item: the context isn't that of a handler that an inbox runs now");
}

/** Says which item the handlers with this context's `id` run for, until they have returned. */
export async function runningFor<Result>(id: string, taken: TakenItem, run: () => Promise<Result>): Promise<Result> {
  running.set(id, taken);
  try {
    return await run();
  } finally {
    running.delete(id);
  }
}
