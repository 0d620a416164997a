import {
  EngineUnavailable,
  LoneSuspect,
  type InboxFilter,
  type SearchableEngine,
  type Settlement,
  type SettleResult,
} from "@greenhook/inbox";
import type { Db, PgBoss } from "pg-boss";
import { setTimeout as pause } from "node:timers/promises";
import type { LeaseTimes } from "../store/leases.ts";
import { openStore, type Store } from "../store/store.ts";
import { eraseItems } from "./eraser.ts";
import { LeaseKeeper } from "./lease-keeper.ts";
import { PostgresRun, type RunHost } from "./postgres-run.ts";
import { Settler } from "./settler.ts";
import { Taker } from "./taker.ts";

/** How to make the engine; `times` is for tests. */
export interface PostgresEngineOptions {
  /** Started. */
  readonly boss: PgBoss;
  readonly schema: string;
  readonly queue: string;
  readonly mustExist?: boolean;
  readonly times?: LeaseTimes;
  /** What pg-boss warned of lately. */
  readonly warnings?: () => readonly string[];
  /** Called once when the engine is closed. */
  readonly onClose?: () => Promise<void>;
}

/** The engine, and what only this one has. */
export interface PostgresEngine extends SearchableEngine<Db> {
  /** Ends it as a kill of its process would. */
  crash(): void;
}

const leaseTimes: LeaseTimes = { leaseMilliseconds: 15_000, beatMilliseconds: 2_000 };
const patienceMilliseconds = 10_000;
const pauseMilliseconds = 100;

/** An inbox on Postgres. @throws as `openStore`. */
export async function postgresEngine({
  boss,
  schema,
  queue,
  mustExist = false,
  times = leaseTimes,
  warnings = () => [],
  onClose,
}: PostgresEngineOptions): Promise<PostgresEngine> {
  const store = await openStore(boss, schema, queue, mustExist, times);
  return engineOver(store, times, warnings, onClose);
}

function engineOver(
  store: Store,
  times: LeaseTimes,
  warnings: () => readonly string[],
  onClose: (() => Promise<void>) | undefined,
): PostgresEngine {
  const runs = new Set<PostgresRun>();
  const alone = new LoneSuspect();
  let isCrashed = false;
  const leases = new LeaseKeeper(store, times, runs, alone);
  const taker = new Taker(store, runs, alone, leases);
  const settler = new Settler(
    (ended) => store.settle.settle(ended),
    () => taker.wake(),
  );

  const host: RunHost = {
    async settle(_run, fence, settlement: Settlement): Promise<SettleResult> {
      if (isCrashed) throw new Error("Cannot settle: the engine has crashed");
      try {
        return await settler.settle(fence, settlement);
      } finally {
        alone.end(fence);
        taker.wake();
      }
    },
    freed: () => taker.wake(),
    async end(run) {
      const fences = new Set(run.open.keys());
      settler.drop(fences);
      try {
        await patiently(() => taker.exclusively(() => store.settle.giveBack(run.worker)));
      } finally {
        runs.delete(run);
        for (const fence of fences) alone.end(fence);
        if (runs.size === 0) {
          leases.stop();
          taker.stop();
        }
      }
    },
  };

  const abortMarked = async (): Promise<void> => {
    const marked = await store.erasing.marked([...runs].map(({ worker }) => worker));
    if (marked.size === 0) return;
    for (const run of runs) {
      const fences = [...run.open].filter(([, { item }]) => marked.has(item.id)).map(([fence]) => fence);
      run.abort(fences, "The item is being erased");
    }
  };
  leases.onBeat = abortMarked;

  return {
    name: "postgres",
    async put(items) {
      const results = await store.put(items);
      taker.wake();
      return results;
    },
    async run(concurrency, take) {
      const worker = await patiently(() => store.leases.register());
      // Before anything is taken: a chat's first may be without a job.
      if (runs.size === 0) await patiently(() => store.repair());
      const run = new PostgresRun(host, worker, concurrency, take);
      runs.add(run);
      leases.start();
      taker.start();
      return run;
    },
    complete: (taken, transaction) => store.settle.complete(taken, transaction),
    items: {
      list: (filter: InboxFilter = {}) => patiently(() => store.items.list(filter)),
      textOf: (id) => patiently(() => store.items.textOf(id)),
      async retry(filter) {
        const count = await patiently(() => store.items.retry(filter));
        taker.wake();
        return count;
      },
      async erase(filter) {
        const count = await eraseItems(store, filter, abortMarked);
        taker.wake();
        return count;
      },
    },
    stats: () => patiently(() => store.stats()),
    check: () => patiently(() => store.check(warnings())),
    async close() {
      leases.stop();
      taker.stop();
      await onClose?.();
    },
    crash() {
      isCrashed = true;
      leases.stop();
      taker.stop();
    },
  };
}

/** Asks again while Postgres is away, until the time is over. */
async function patiently<Result>(ask: () => Promise<Result>): Promise<Result> {
  for (const end = performance.now() + patienceMilliseconds; ;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof EngineUnavailable) || performance.now() > end) throw error;
      await pause(pauseMilliseconds);
    }
  }
}
