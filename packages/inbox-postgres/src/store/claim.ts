import type { TakenItem } from "@greenhook/inbox";
import type { PgBoss } from "pg-boss";
import type { Database, Row, Transaction } from "./database.ts";
import { fenceOf } from "./fence.ts";
import { itemColumns, itemFrom } from "./item-row.ts";
import { itemOfJob, jobOf } from "./job-id.ts";
import type { Names } from "./names.ts";

/** Takes items that are due, for a worker. */
export interface Claim {
  /**
   * One whose latest run died with its process, alone; where there is none, at most `slots` others. The scan costs about the same for one as for
   * many.
   */
  take(worker: string, slots: number): Promise<readonly TakenItem[]>;
  /** A suspect isn't the only one any more: its process's death won't count against it. */
  joinOthers(fence: { readonly id: string; readonly run: number }): Promise<void>;
}

/** Jobs of suspects have a priority of their own. */
export const suspectPriority = 1;

/** How often is looked for suspects while there are none: ordinary claims pass them over. */
const lookMilliseconds = 500;

export function claimFrom(database: Database, boss: PgBoss, { item, queue }: Names): Claim {
  const begin = `update ${item} as i set worker = $1, runs = i.runs + 1, attempts = i.attempts + 1, first_attempt = coalesce(i.first_attempt, now()),
      alone = i.suspect
    where i.id = any($2::bigint[]) and i.queue = $3 and i.state = 0
    returning ${itemColumns}, i.runs, i.text, i.missing, i.traceparent, i.received, i.deaths, i.suspect,
      extract(epoch from now() - i.first_attempt) * 1000 as retrying`;

  let lookedAt = Number.NEGATIVE_INFINITY;
  async function isSuspectWaiting({ query }: Transaction): Promise<boolean> {
    const now = performance.now();
    if (now - lookedAt < lookMilliseconds) return false;
    const [suspect] = await query(`select 1 from ${item} where queue = $1 and suspect and worker is null and state = 0 limit 1`, [queue]);
    // Where there is one, there may be more.
    if (suspect === undefined) lookedAt = now;
    return suspect !== undefined;
  }

  return {
    take: (worker, slots) =>
      database.transaction(async (transaction) => {
        const { query, db } = transaction;
        const isSuspect = await isSuspectWaiting(transaction);
        const jobs = await boss.fetch(queue, {
          db,
          ...(isSuspect ? { batchSize: 1, minPriority: suspectPriority } : { batchSize: slots, maxPriority: suspectPriority - 1 }),
        });
        // Another process was faster, or it can't be had: the others are next.
        if (isSuspect && jobs.length === 0) lookedAt = performance.now();
        if (jobs.length === 0) return [];
        const rows = await query(begin, [worker, jobs.map(({ id }) => itemOfJob(id)), queue]);
        const begun = new Set(rows.map((row) => jobOf(row["id"])));
        const strays = jobs.filter(({ id }) => !begun.has(id)).map(({ id }) => id);
        // Of items that are settled.
        if (strays.length > 0) await boss.deleteJob(queue, strays, { db });
        return rows.map((row) => takenFrom(row, worker));
      }),
    async joinOthers({ id, run }) {
      await database.query(`update ${item} set alone = false where id = $1 and runs = $2 and worker is not null`, [id, run]);
    },
  };
}

function takenFrom(row: Row, worker: string): TakenItem {
  const missing = row["missing"] as string | null;
  const traceparent = row["traceparent"] as string | null;
  const taken = itemFrom(row);
  return {
    item: taken,
    fence: fenceOf({ worker, id: taken.id, run: row["runs"] as number }),
    text: row["text"] as string,
    ...(missing === null ? undefined : { missing: JSON.parse(missing) as readonly string[] }),
    receivedAt: new Date(Number(row["received"])),
    ...(traceparent === null ? undefined : { traceparent }),
    retryingMilliseconds: Math.max(0, Number(row["retrying"])),
    suspect: row["suspect"] as boolean,
    deaths: row["deaths"] as number,
  };
}
