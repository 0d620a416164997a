import type { Attempt, InboxEngine, InboxFilter, NewItem, SearchableEngine, Settlement, TakenItem } from "@greenhook/inbox";
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";

type Engine = SearchableEngine<unknown>;
type Take = Parameters<InboxEngine["run"]>[1];

/** An engine with a defect, over one without. */
export type Defect = (engine: Engine) => Partial<Engine>;

/** What an engine stores instead of each item. */
const stores =
  (changed: (item: NewItem) => NewItem): Defect =>
  (engine) => ({ put: (items, signal) => engine.put(items.map(changed), signal) });

/** What a worker gets instead of each item. */
const gives =
  (changed: (taken: TakenItem) => TakenItem): Defect =>
  (engine) => ({ run: (concurrency, take) => engine.run(concurrency, (taken, attempt) => take(changed(taken), attempt)) });

/** How an engine settles instead. */
const settles =
  (changed: (settlement: Settlement) => Settlement): Defect =>
  (engine) => ({
    run: (concurrency, take) =>
      engine.run(concurrency, (taken, attempt) => take(taken, { ...attempt, settle: (settlement) => attempt.settle(changed(settlement)) })),
  });

const takes =
  (changed: (taken: TakenItem, attempt: Attempt, take: Take, engine: Engine) => Promise<void>, most?: number): Defect =>
  (engine) => ({ run: (concurrency, take) => engine.run(most ?? concurrency, (taken, attempt) => changed(taken, attempt, take, engine)) });

const withItems =
  (changed: (items: Engine["items"]) => Partial<Engine["items"]>): Defect =>
  (engine) => ({ items: { ...engine.items, ...changed(engine.items) } });

const everyItemIsNew = stores((item) => ({ ...item, key: randomUUID() }));
const completesNothing: Defect = () => ({ complete: () => Promise.resolve(true) });
const retriesAtOnce = settles((settlement) => (settlement.outcome === "retry" ? { ...settlement, afterMilliseconds: 0 } : settlement));

/** For each case of the contract a defect, and what the case says of it. */
export const defects: Readonly<Record<string, readonly [defect: Defect, reason: string | RegExp]>> = {
  "stores an item, runs it once and marks it as done": [
    takes(async (taken, attempt, take) => {
      await take(taken, { ...attempt, settle: () => Promise.resolve("settled") });
      await take(taken, attempt);
    }),
    /^runs: /,
  ],
  "knows a redelivery before, while and after it runs": [everyItemIsNew, /^Waited for|^results and runs/],
  "knows a redelivery of a dead item": [
    (engine) => ({
      async put(items, signal) {
        const dead = new Set((await engine.items.list({ state: "dead" })).map(({ key }) => key));
        return engine.put(
          items.map((item) => (dead.has(item.key) ? { ...item, key: randomUUID() } : item)),
          signal,
        );
      },
    }),
    /^redelivery: /,
  ],
  "stores one of two that arrive at once, from one process and from two": [everyItemIsNew, /^results: /],
  "forgets a key as long after it was done as the item says, not sooner": [
    stores((item) => ({ ...item, keepMilliseconds: 20 * 3_600_000 })),
    /^after 24 hours: /,
  ],
  "takes a journal's item for the one that a webhook brought, and the reverse": [
    stores((item) => {
      const { messageKey: _, ...rest } = item;
      return rest;
    }),
    /^journal-1: /,
  ],
  "stores what comes with a hostile item": [
    (engine) => ({
      put: (items, signal) =>
        items.some(({ lane }) => lane.length > 100) ? Promise.reject(new Error("Lanes are too long")) : engine.put(items, signal),
    }),
    /^results: .*too long/,
  ],
  "gives back what was stored to the letter": [
    gives((taken) => {
      const { missing: _, ...rest } = taken;
      return rest;
    }),
    /^context: /,
  ],
  "delivers a kind that was unknown when it was stored, as it arrived": [
    gives((taken) => ({ ...taken, text: JSON.stringify(JSON.parse(taken.text)) })),
    /^what the handler got: /,
  ],
  "says that what it stores is durable": [
    (engine) => ({ check: async () => ({ ...(await engine.check()), durable: false }) }),
    /^durable: false/,
  ],
  "keeps the order in each lane under failures, with two workers and lanes side by side": [
    // A failed item goes to the end of its lane, as with a queue that puts it back.
    takes((taken, attempt, take, engine) =>
      take(taken, {
        ...attempt,
        async settle(settlement) {
          if (settlement.outcome !== "retry") return attempt.settle(settlement);
          const { item, text, receivedAt } = taken;
          const again = { ...item, key: randomUUID(), text, receivedAt, plain: true, keepMilliseconds: 0 };
          await engine.put([again], new AbortController().signal);
          return attempt.settle({ outcome: "done" });
        },
      }),
    ),
    /^order of lane |^Waited for/,
  ],
  "lets a failing item hold back its own lane only": [
    // In place, and with one worker for all.
    takes(async (taken, attempt, take) => {
      const settled: boolean[] = [];
      while (settled.length === 0) {
        await take(taken, {
          ...attempt,
          async settle(settlement) {
            if (settlement.outcome === "retry" && !attempt.signal.aborted) return "settled";
            settled.push(true);
            return attempt.settle(settlement);
          },
        });
        await pause(1);
      }
    }, 1),
    /^Waited for .* until the other lane is done/,
  ],
  "runs at most as many items at a time as it may": [
    // The place is free once the item is settled.
    takes(
      (taken, attempt, take) =>
        new Promise((free) => {
          const settle: Attempt["settle"] = (settlement) => attempt.settle(settlement).finally(free);
          void take(taken, { ...attempt, settle });
        }),
    ),
    /^a place taken before the handler has returned/,
  ],
  "runs a failed item again when it is due, not sooner": [retriesAtOnce, /^pause of 300 ms/],
  "keeps a retry's due time when nothing runs meanwhile": [retriesAtOnce, /^attempts before it is due/],
  "stops: nothing new, running ones may end, the rest is given back uncounted": [
    (engine) => ({
      run: async (concurrency, take) => {
        const run = await engine.run(concurrency, take);
        return { stop: () => Promise.resolve(void run) };
      },
    }),
    /^signal of the one that hangs/,
  ],
  "works off a backlog of 10,000 in order": [
    // Each lane is two.
    (engine) => ({
      put: (items, signal) =>
        engine.put(
          items.map((item) => ({ ...item, lane: `${item.lane}#${Number(item.key.slice(-3)) % 200 < 100 ? 1 : 2}` })),
          signal,
        ),
      run: (concurrency, take) =>
        engine.run(concurrency, (taken, attempt) =>
          take({ ...taken, item: { ...taken.item, lane: taken.item.lane.slice(0, -2) } }, attempt),
        ),
    }),
    /^items out of order/,
  ],
  "gives a dead worker's lanes to another one, in order, and nothing of them before": [
    gives((taken) => ({ ...taken, suspect: false })),
    /^taken over: /,
  ],
  "lets an attempt that lost its item settle nothing": [
    takes((taken, attempt, take) =>
      take(taken, { ...attempt, settle: (settlement) => attempt.settle(settlement).catch(() => "settled" as const) }),
    ),
    /^late settlement: /,
  ],
  "runs an item whose process died alone, and counts against it only deaths while it is alone": [
    gives((taken) => ({ ...taken, deaths: 0 })),
    /^deaths of the poison: /,
  ],
  "doesn't run a completed item again, whether its handler returns, throws, or is aborted": [completesNothing, /^Waited for|^runs: /],
  "runs an item again whose transaction was rolled back": [
    // Outside of the transaction.
    (engine) => {
      const attempts = new Map<string, Attempt>();
      return {
        run: (concurrency, take) =>
          engine.run(concurrency, (taken, attempt) => {
            attempts.set(taken.fence, attempt);
            return take(taken, attempt);
          }),
        complete({ fence }) {
          attempts
            .get(fence)
            ?.settle({ outcome: "done" })
            .catch(() => undefined);
          return Promise.resolve(true);
        },
      };
    },
    /^runs: 1/,
  ],
  "doesn't run a completed item whose process died, and goes on with its lane": [completesNothing, /^taken by the next worker: /],
  "refuses to complete an item that another attempt has, or that is settled": [completesNothing, /^completed: /],
  "throws StaleAttempt for an item that another worker has taken over": [completesNothing, /^Waited for .* until it has run/],
  "gives up after the last attempt, and the lane goes on": [
    settles((settlement) => (settlement.outcome === "dead" ? { ...settlement, blocks: true } : settlement)),
    /^Waited for .* until both have ended/,
  ],
  "gives up at once what isn't retryable, and runs it again when it is retried by hand": [
    withItems(() => ({ retry: () => Promise.resolve(1) })),
    /^Waited for .* until both are done/,
  ],
  "keeps a lane that a dead item blocks until it is retried or erased": [
    settles((settlement) => (settlement.outcome === "dead" ? { ...settlement, blocks: false } : settlement)),
    /^dead, blocked, waiting, taken: /,
  ],
  "retries by hand in the lane's order, and done ones only where they are named": [
    withItems((items) => ({
      retry: async (filter: InboxFilter) =>
        (await items.retry({ ...filter, state: "dead" })) + (await items.retry({ ...filter, state: "done" })),
    })),
    /^retried without a name: /,
  ],
  "erases waiting, running, done and dead items, and still knows their redelivery": [
    withItems((items) => ({
      erase: async (filter) => (await items.erase({ ...filter, state: "done" })) + (await items.erase({ ...filter, state: "dead" })),
    })),
    /^erased: /,
  ],
  "finds items by state, lane, chat, id, message and age, the oldest first": [
    withItems((items) => ({ list: async (filter) => (await items.list(filter)).toReversed() })),
    /^all: /,
  ],
};
