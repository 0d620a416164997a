import type { InboxFilter } from "@greenhook/inbox";
import type { PgBoss } from "pg-boss";
import type { Database, Transaction } from "./database.ts";
import { whereOf } from "./filter.ts";
import { limitOf } from "./items.ts";
import { jobOf } from "./job-id.ts";
import type { Names } from "./names.ts";

/** Erases items for good. */
export interface Erasing {
  /** The items that fit and have something to erase. */
  idsOf(filter: InboxFilter): Promise<readonly string[]>;
  /** Erases them; running ones are only marked, for their workers to abort them, and are what it resolves to. */
  begin(ids: readonly string[]): Promise<readonly string[]>;
  /** Erases what `begin` marked, even if it still runs: its attempt is stale from here on. */
  finish(ids: readonly string[]): Promise<void>;
  /** Which of some workers' items are marked. */
  marked(workers: readonly string[]): Promise<ReadonlySet<string>>;
  /** How many of these run, in whatever process. */
  running(ids: readonly string[]): Promise<number>;
}

export function erasingIn(database: Database, boss: PgBoss, { item, job, queue }: Names): Erasing {
  async function lock({ query }: Transaction, ids: readonly string[]): Promise<void> {
    // In the order of a claim: job, then item.
    await query(`select id from ${job} where name = $1 and id = any($2::uuid[]) order by id for update`, [queue, ids.map(jobOf)]);
  }
  async function erase({ query, db }: Transaction, ids: readonly string[], which: string): Promise<void> {
    const rows = await query(
      `update ${item} set text = null, error = null, lane = '', missing = null, traceparent = null, blocks = false, cancelled = false, suspect = false,
        alone = false, worker = null, settled = coalesce(settled, now()), forget = coalesce(forget, now() + keep * interval '1 millisecond'), state = 1
      where id = any($1::bigint[]) and text is not null and ${which} returning id`,
      [ids],
    );
    const jobs = rows.map((row) => jobOf(row["id"]));
    if (jobs.length > 0) await boss.deleteJob(queue, jobs, { db });
  }

  return {
    async idsOf(filter) {
      const { sql, values } = whereOf(queue, filter);
      const rows = await database.query(
        `select i.id from ${item} as i where ${sql} and i.text is not null order by i.id limit ${limitOf(filter)}`,
        [...values],
      );
      return rows.map((row) => String(row["id"]));
    },
    begin: (ids) =>
      database.transaction(async (transaction) => {
        await lock(transaction, ids);
        await erase(transaction, ids, "worker is null");
        const rows = await transaction.query(
          `update ${item} set cancelled = true where id = any($1::bigint[]) and text is not null returning id`,
          [ids],
        );
        return rows.map((row) => String(row["id"]));
      }),
    finish: (ids) =>
      database.transaction(async (transaction) => {
        await lock(transaction, ids);
        await erase(transaction, ids, "true");
      }),
    async marked(workers) {
      const rows = await database.query(`select id from ${item} where worker = any($1::bigint[]) and cancelled`, [workers]);
      return new Set(rows.map((row) => String(row["id"])));
    },
    async running(ids) {
      const rows = await database.query(`select id from ${item} where id = any($1::bigint[]) and worker is not null`, [ids]);
      return rows.length;
    },
  };
}
