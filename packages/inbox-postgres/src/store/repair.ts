import type { PgBoss } from "pg-boss";
import type { Database } from "./database.ts";
import { jobOfColumn } from "./job-id.ts";
import { addJobs } from "./jobs.ts";
import type { Names } from "./names.ts";

/** How many ids one transaction looks at. */
const slice = 5_000;

/**
 * Gives items that wait the jobs that were deleted, cancelled or ended with pg-boss's own means: their chats would stand still. Also makes due what is due so
 * late that a clock must have been wrong.
 */
export async function repairJobs(database: Database, boss: PgBoss, names: Names): Promise<void> {
  const { item, job, queue } = names;
  await database.query(
    `update ${job} set start_after = now() where name = $1 and state = 'retry' and start_after > now() + interval '15 minutes'`,
    [queue],
  );
  // Both counted from their indexes: with a million waiting a comparison one by one takes longer than a statement may.
  const [counts] = await database.query(
    `select (select count(*) from ${item} where queue = $1 and state = 0) as items,
      (select count(*) from ${job} where name = $1 and state <= 'active') as jobs,
      (select max(id) from ${item}) as last`,
    [queue],
  );
  if (counts?.["items"] === counts?.["jobs"]) return;
  for (let after = 0; after < Number(counts?.["last"]); after += slice)
    await database.transaction(async (transaction) => {
      const rows = await transaction.query(
        `select i.id, i.lane from ${item} as i where i.id > $2 and i.id <= $3 and i.queue = $1 and i.state = 0 and i.worker is null
          and (select 1 from ${job} as j where j.name = $1 and j.id = ${jobOfColumn("i.id")} and j.state <= 'active' limit 1) is null
        order by i.id for update of i skip locked`,
        [queue, after, after + slice],
      );
      if (rows.length === 0) return;
      await transaction.query(`update ${item} set suspect = false where id = any($1::bigint[])`, [rows.map((row) => row["id"])]);
      await addJobs(transaction, boss, names, rows);
    });
}
