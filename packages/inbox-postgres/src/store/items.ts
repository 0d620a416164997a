import type { InboxFilter, InboxItem } from "@greenhook/inbox";
import type { PgBoss } from "pg-boss";
import type { Database, Row } from "./database.ts";
import { isId, whereOf } from "./filter.ts";
import { itemColumns, itemFrom } from "./item-row.ts";
import { jobOf, jobOfColumn } from "./job-id.ts";
import { addJobs } from "./jobs.ts";
import type { Names } from "./names.ts";

/** Looks at items, and puts them back to wait. */
export interface StoredItems {
  list(filter: InboxFilter): Promise<readonly InboxItem[]>;
  textOf(id: string): Promise<string | undefined>;
  retry(filter: InboxFilter): Promise<number>;
}

/** How many items one transaction changes. */
export const slice = 200;

export function itemsIn(database: Database, boss: PgBoss, names: Names): StoredItems {
  const { item, job, queue } = names;

  function reopen(ids: readonly unknown[]): Promise<readonly Row[]> {
    return database.transaction(async (transaction) => {
      // The job of one that blocks its lane; the others have none.
      await transaction.query(`select id from ${job} where name = $1 and id = any($2::uuid[]) order by id for update`, [
        queue,
        ids.map(jobOf),
      ]);
      const rows = await transaction.query(
        `update ${item} set state = 0, settled = null, forget = null, attempts = 0, first_attempt = null, deaths = 0, suspect = false, blocks = false, error = null
        where id = any($1::bigint[]) and state > 0 and text is not null and worker is null returning id, lane`,
        [ids],
      );
      await addJobs(transaction, boss, names, rows);
      return rows;
    });
  }

  return {
    async list(filter) {
      const { sql, values } = whereOf(queue, filter);
      const rows = await database.query(
        `select ${itemColumns}, j.start_after as due from ${item} as i left join ${job} as j on j.name = i.queue and j.id = ${jobOfColumn("i.id")} and j.state = 'retry'
        where ${sql} order by i.id limit ${limitOf(filter, 100)}`,
        [...values],
      );
      return rows.map(itemFrom);
    },
    async textOf(id) {
      if (!isId(id)) return undefined;
      const [row] = await database.query(`select text from ${item} where queue = $1 and id = $2`, [queue, id]);
      return (row?.["text"] as string | null | undefined) ?? undefined;
    },
    async retry(filter) {
      // Done ones only where they are named.
      const isNamed = filter.state !== undefined || filter.ids !== undefined;
      const { sql, values } = whereOf(queue, filter);
      const found = await database.query(
        `select i.id from ${item} as i where ${sql} and ${isNamed ? "i.state > 0" : "i.state = 2"} and i.text is not null
        order by i.id limit ${limitOf(filter)}`,
        [...values],
      );
      let count = 0;
      for (let start = 0; start < found.length; start += slice)
        count += (await reopen(found.slice(start, start + slice).map((row) => row["id"]))).length;
      return count;
    },
  };
}

/** A filter's limit as SQL. */
export function limitOf({ limit }: InboxFilter, standard?: number): string {
  const most = limit ?? standard;
  return most === undefined ? "all" : String(Math.max(0, Math.floor(most)));
}
