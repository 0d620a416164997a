import type { PgBoss } from "pg-boss";
import { suspectPriority } from "./claim.ts";
import type { Database, Transaction } from "./database.ts";
import { jobOf } from "./job-id.ts";
import type { Names } from "./names.ts";

/** How long a worker's counter may stand still before the others take it for dead. */
export interface LeaseTimes {
  readonly leaseMilliseconds: number;
  readonly beatMilliseconds: number;
}

/** Says which workers live. */
export interface Leases {
  /** A new worker's id. */
  register(): Promise<string>;
  /** Counts workers' beats up, and resolves to those that live: the others were taken for dead. */
  beat(workers: readonly string[]): Promise<ReadonlySet<string>>;
  /** Looks at the others' counters, and frees the items of those that are dead. */
  observe(own: ReadonlySet<string>): Promise<void>;
}

/**
 * Leases by counter: a worker counts up, and another one that saw no change for `leaseMilliseconds` of its own monotonic time takes it for dead. So a
 * clock that is set expires nobody, which pg-boss's heartbeats, times of the server's clock, would do. Of the time between two looks at most two beats
 * count, so that a server that was away, or a stop of the observer, expires nobody either.
 */
export function leasesIn(
  database: Database,
  boss: PgBoss,
  { item, worker, job, queue }: Names,
  { leaseMilliseconds, beatMilliseconds }: LeaseTimes,
): Leases {
  const seen = new Map<string, { beat: string; unchangedMilliseconds: number }>();
  let lookedAt = performance.now();

  /** Unless it has beaten since. */
  async function bury({ query, db }: Transaction, id: string, beat?: string): Promise<void> {
    const removed = await query(`delete from ${worker} where id = $1 and beat = coalesce($2, beat) returning id`, [id, beat ?? null]);
    if (removed.length === 0 && beat !== undefined) return;
    const rows = await query(
      `update ${item} set worker = null, suspect = (state = 0), deaths = deaths + case when state = 0 and alone then 1 else 0 end, alone = false
      where worker = $1 returning id, state`,
      [id],
    );
    const open = rows.filter((row) => row["state"] === 0).map((row) => jobOf(row["id"]));
    // By `complete`, in a transaction of the handler's.
    const completed = rows.filter((row) => row["state"] !== 0).map((row) => jobOf(row["id"]));
    if (open.length > 0)
      await query(
        `update ${job} set state = 'retry', heartbeat_on = null, start_after = now(), priority = $3 where name = $1 and id = any($2::uuid[])`,
        [queue, open, suspectPriority],
      );
    if (completed.length > 0) await boss.deleteJob(queue, completed, { db });
  }

  return {
    async register() {
      const [row] = await database.query(`insert into ${worker} (queue) values ($1) returning id`, [queue]);
      return String(row?.["id"]);
    },
    async beat(workers) {
      const rows = await database.query(`update ${worker} set beat = beat + 1 where id = any($1::bigint[]) returning id`, [workers]);
      return new Set(rows.map((row) => String(row["id"])));
    },
    async observe(own) {
      const rows = await database.query(`select id, beat from ${worker} where queue = $1`, [queue]);
      const now = performance.now();
      const passed = Math.min(now - lookedAt, 2 * beatMilliseconds);
      lookedAt = now;
      const listed = new Map(rows.map((row) => [String(row["id"]), String(row["beat"])]));
      for (const id of seen.keys()) if (!listed.has(id)) seen.delete(id);
      const dead: { readonly id: string; readonly beat?: string }[] = [];
      for (const [id, beat] of listed) {
        if (own.has(id)) continue;
        const known = seen.get(id);
        if (known?.beat !== beat) seen.set(id, { beat, unchangedMilliseconds: 0 });
        else {
          known.unchangedMilliseconds += passed;
          if (known.unchangedMilliseconds >= leaseMilliseconds) dead.push({ id, beat });
        }
      }
      const strays = await database.query(
        `select distinct worker as id from ${item} where queue = $1 and worker is not null and not exists (select 1 from ${worker} as w where w.id = worker)`,
        [queue],
      );
      for (const { id, beat } of [...dead, ...strays.map((row) => ({ id: String(row["id"]), beat: undefined }))])
        await database.transaction((transaction) => bury(transaction, id, beat));
    },
  };
}
