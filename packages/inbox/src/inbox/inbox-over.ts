import type { Deliver, DeliveryContext, KnownNotification, UnknownNotification } from "@greenhook/core";
import type { InboxEngine, SearchableEngine } from "../engine/inbox-engine.ts";
import { laneOf as laneOfChat } from "../putting/lane-of.ts";
import { newItemOf } from "../putting/new-item-of.ts";
import { printable } from "../putting/printable.ts";
import { PutQueue } from "../putting/put-queue.ts";
import { work } from "../working/work.ts";
import type { Inbox, SearchableInbox } from "./inbox.ts";
import type { InboxFilter, InboxItems } from "./inbox-item.ts";
import { takenToComplete } from "./item-of.ts";
import { StaleAttempt } from "./stale-attempt.ts";
import type { InboxWorker } from "./work-options.ts";

/** Options of {@link inboxOver}. */
export interface InboxOverOptions {
  /**
   * What runs one after another; everything else runs side by side.
   *
   * @default laneOf
   */
  readonly laneOf?: (parsed: KnownNotification | UnknownNotification) => string;
}

/**
 * Makes an inbox of an engine: keys, lanes, batches, waiting for an engine that is away, retries and outcomes are the same over each.
 *
 * @example
 * const inbox = inboxOver(myEngine);
 */
export function inboxOver<Transaction>(engine: SearchableEngine<Transaction>, options?: InboxOverOptions): SearchableInbox<Transaction>;
export function inboxOver(engine: InboxEngine, options?: InboxOverOptions): Inbox;
export function inboxOver<Transaction>(
  engine: InboxEngine & Partial<SearchableEngine<Transaction>>,
  { laneOf = laneOfChat }: InboxOverOptions = {},
): Inbox & Partial<SearchableInbox<Transaction>> {
  const queue = new PutQueue(engine);
  const workers = new Set<InboxWorker>();
  let closed: Promise<void> | undefined;

  const deliver: Deliver = (parsed, context) => queue.put(newItemOf(parsed, context, laneOf), context.signal);

  async function complete(context: DeliveryContext, transaction: Transaction): Promise<void> {
    const taken = takenToComplete(context);
    if ((await engine.complete?.(taken, transaction)) !== true) throw new StaleAttempt(taken.item.id);
  }

  return {
    deliver,
    async work(target, options = {}) {
      if (closed !== undefined) throw new Error("Cannot work: the inbox is closed");
      const worker = await work(engine, target, options);
      workers.add(worker);
      return {
        async close(closeOptions) {
          await worker.close(closeOptions);
          workers.delete(worker);
        },
      };
    },
    stats: () => engine.stats(),
    check: () => engine.check(),
    close(options) {
      closed ??= (async () => {
        const closing = await Promise.allSettled([queue.close(), ...[...workers].map((worker) => worker.close(options))]);
        await engine.close();
        for (const result of closing) if (result.status === "rejected") throw result.reason;
      })();
      return closed;
    },
    ...(engine.complete === undefined ? undefined : { complete }),
    ...(engine.items === undefined ? undefined : { items: itemsOf(engine.items) }),
  };
}

/** An engine's items, asked with filters that it can take as they are. */
function itemsOf(items: InboxItems): InboxItems {
  return {
    list: (filter = {}) => items.list(asStored(filter)),
    textOf: (id) => items.textOf(id),
    retry: (filter) => items.retry(asStored(filter)),
    erase: async (filter) => items.erase(asStored(withCriterion(filter))),
  };
}

/** Lanes are stored in printable characters, and so are the chats in them. */
function asStored(filter: InboxFilter): InboxFilter {
  return filter.chat === undefined ? filter : { ...filter, chat: printable(filter.chat) };
}

/** An empty filter fits everything, which is hardly meant. */
function withCriterion(filter: InboxFilter): InboxFilter {
  const { limit: _limit, after: _after, ...criteria } = filter;
  if (Object.values(criteria).some((criterion) => criterion !== undefined)) return filter;
  throw new TypeError("Cannot erase: the filter has no criterion");
}
