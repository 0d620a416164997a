import type { SearchableEngine } from "../engine/inbox-engine.ts";
import type { TakenItem } from "../engine/taken-item.ts";
import { SqliteRun } from "./sqlite-run.ts";
import { completeIn, type SqliteTransaction } from "./sqlite-transaction.ts";
import { clockOf } from "./store/clock.ts";
import { inMemory } from "./store/open-database.ts";
import type { LeaseTimes } from "./store/leases.ts";
import { ThreadClient } from "./thread-client.ts";
import { fencedMilliseconds } from "./thread/lease-keeper.ts";

/** How to make the engine; all but the path is for tests. */
export interface SqliteEngineOptions {
  /** Absolute, or `:memory:`. */
  readonly path: string;
  readonly times?: LeaseTimes;
  /** Added to the system's clock, in milliseconds: shared memory. */
  readonly clockOffset?: Float64Array;
}

/** The engine, and what only this one has. */
export interface SqliteEngine extends SearchableEngine<SqliteTransaction> {
  /** `complete`, at once. */
  completeSync(taken: TakenItem, transaction: SqliteTransaction): boolean;
  /** Ends it as a kill of its process would. */
  crash(): Promise<void>;
}

export const leaseTimes: LeaseTimes = { leaseMilliseconds: 15_000, beatMilliseconds: 2_000 };
const patienceMilliseconds = 10_000;
const ignore = (): void => undefined;

/** An inbox in an SQLite file, which a thread of its own has open. */
export function sqliteEngine({ path, times = leaseTimes, clockOffset }: SqliteEngineOptions): SqliteEngine {
  const renewedAt = new BigInt64Array(new SharedArrayBuffer(8));
  const clock = clockOf(clockOffset);
  const runs = new Map<number, SqliteRun>();
  let lastRun = 0;
  const abortAll = (reason: string): void => runs.forEach((run) => run.abortAll(reason));
  const client = new ThreadClient(
    { path, times, renewedAt, ...(clockOffset === undefined ? undefined : { clockOffset }) },
    (message) => {
      const run = runs.get(message.run);
      if (message.kind === "taken") run?.taken(message.taken);
      else run?.abort(message.fences, message.reason);
    },
    ({ message }) => abortAll(message),
  );
  const fencedNanoseconds = BigInt(Math.round(fencedMilliseconds(times) * 1e6));
  const isFresh = (): boolean => process.hrtime.bigint() - (renewedAt[0] ?? 0n) < fencedNanoseconds;

  return {
    name: "sqlite",
    put: (items) => client.call("put", items),
    async run(concurrency, take) {
      lastRun += 1;
      const number = lastRun;
      const run = new SqliteRun(client, number, take);
      runs.set(number, run);
      await run.start(concurrency, isFresh);
      return {
        async stop(graceMilliseconds) {
          await run.stop(graceMilliseconds);
          runs.delete(number);
        },
      };
    },
    complete: async (taken, transaction) => completeIn(transaction, path, taken, clock()),
    completeSync: (taken, transaction) => completeIn(transaction, path, taken, clock()),
    items: {
      list: (filter = {}) => client.callPatiently(patienceMilliseconds, "list", filter),
      textOf: (id) => client.callPatiently(patienceMilliseconds, "textOf", id),
      retry: (filter) => client.callPatiently(patienceMilliseconds, "retry", filter),
      erase: (filter) => client.callPatiently(patienceMilliseconds, "erase", filter),
    },
    stats: () => client.callPatiently(patienceMilliseconds, "stats"),
    async check() {
      if (path === inMemory) return client.callPatiently(patienceMilliseconds, "check");
      // On a thread of its own: to read all of a large file takes longer than a lease.
      const checker = new ThreadClient({ path, times, renewedAt: new BigInt64Array(1) }, ignore, ignore);
      try {
        return await checker.callPatiently(patienceMilliseconds, "check");
      } finally {
        await checker.end("Checked");
      }
    },
    async close() {
      try {
        await client.callPatiently(patienceMilliseconds, "close");
      } finally {
        await client.end(`Cannot use inbox "${path}": it is closed`);
      }
    },
    async crash() {
      await client.end(`Cannot use inbox "${path}": it has crashed`);
    },
  };
}
