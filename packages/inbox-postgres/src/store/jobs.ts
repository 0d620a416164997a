import type { PgBoss } from "pg-boss";
import type { Row, Transaction } from "./database.ts";
import { jobOf, jobOfColumn } from "./job-id.ts";
import type { Names } from "./names.ts";

/** Before now by so much that a clock that is set back makes no item wait, nor a later one overtake it. */
const due = "-1 day";

/** Gives new items their jobs. @throws Error unless each got one. */
export async function insertJobs({ db }: Transaction, boss: PgBoss, { queue }: Names, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  // pg-boss has no lane without a name.
  const jobs = rows.map(({ id, lane }) => ({ id: jobOf(id), singletonKey: lane === "" ? "-" : (lane as string), startAfter: due }));
  const ids = await boss.insert(queue, jobs, { db, returnId: true });
  if (ids?.length !== jobs.length) throw new Error(`pg-boss took ${ids?.length ?? 0} of ${jobs.length} jobs`);
}

/** Gives older items jobs where they were in their lanes. */
export async function addJobs(transaction: Transaction, boss: PgBoss, names: Names, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await boss.deleteJob(names.queue, ids.map(jobOf), { db: transaction.db });
  await insertJobs(transaction, boss, names, rows);
  await keepOrder(transaction, names, ids);
}

/** Gives the jobs of items the times at which these were stored: the order within a lane. */
export async function keepOrder({ query }: Transaction, { item, job, queue }: Names, ids: readonly unknown[]): Promise<void> {
  await query(
    `update ${job} as j set created_on = i.stored from ${item} as i
    where j.name = $1 and j.id = any($2::uuid[]) and i.id = any($3::bigint[]) and j.id = ${jobOfColumn("i.id")}`,
    [queue, ids.map(jobOf), ids],
  );
}
