import type { PgBoss } from "pg-boss";
import type { Database } from "./database.ts";
import { addJobs } from "./jobs.ts";
import { jobOfColumn } from "./job-id.ts";
import type { Names } from "./names.ts";

/**
 * Gives items that wait the jobs that were deleted, cancelled or ended with pg-boss's own means, 500 at most: their chats would stand still. Also
 * makes due what is due so late that a clock must have been wrong. Resolves to how many items it gave a job.
 */
export async function repairJobs(database: Database, boss: PgBoss, names: Names): Promise<number> {
  const { item, job, queue } = names;
  await database.query(
    `update ${job} set start_after = now() where name = $1 and state = 'retry' and start_after > now() + interval '15 minutes'`,
    [queue],
  );
  return database.transaction(async (transaction) => {
    const rows = await transaction.query(
      `select i.id, i.lane from ${item} as i where i.queue = $1 and i.state = 0 and i.worker is null
        and not exists (select 1 from ${job} as j where j.name = $1 and j.id = ${jobOfColumn("i.id")} and j.state <= 'active')
      order by i.id limit 500 for update of i skip locked`,
      [queue],
    );
    await transaction.query(`update ${item} set suspect = false where id = any($1::bigint[])`, [rows.map((row) => row["id"])]);
    await addJobs(transaction, boss, names, rows);
    return rows.length;
  });
}
