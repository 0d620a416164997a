import type { Settlement, SettleResult, TakenItem } from "@greenhook/inbox";
import type { Db, PgBoss } from "pg-boss";
import type { Database, Row, Transaction } from "./database.ts";
import { attemptOf } from "./fence.ts";
import { jobOf } from "./job-id.ts";
import type { Names } from "./names.ts";

/** An attempt, and how it ended. */
export interface Ended {
  readonly fence: string;
  readonly settlement: Settlement;
  /** Whether this was tried before, and a response didn't come: it may have been committed. */
  readonly again: boolean;
}

/** Ends attempts. */
export interface Settle {
  /** In one transaction. */
  settle(ended: readonly Ended[]): Promise<readonly SettleResult[]>;
  /** Marks an item as done in the transaction; `false` if another attempt has it. Its lane goes on once it is settled. */
  complete(taken: TakenItem, transaction: Db): Promise<boolean>;
  /** Puts back to wait what a worker has and doesn't know of, by the items' ids, those attempts uncounted: the response to its claim was lost. */
  giveBackUnknown(worker: string, known: readonly string[]): Promise<void>;
  /** Puts back to wait what a worker hasn't settled, those attempts uncounted, and forgets the worker. */
  giveBack(worker: string): Promise<void>;
}

const waitAgain = "state = 'retry', heartbeat_on = null";

export function settleFor(database: Database, boss: PgBoss, { item, worker, job, queue }: Names): Settle {
  // Who has the item, and which run of it, must be as they were when it was taken.
  const end = `with ended as (
      select * from json_to_recordset($1::json) as e (number integer, id bigint, worker bigint, run integer, outcome text, error text, after integer, blocks boolean)
    ), had as (
      select i.id, i.state as was, e.number, e.outcome, e.error, e.after, e.blocks from ${item} as i
        join ended as e on i.id = e.id and i.worker = e.worker and i.runs = e.run for update of i
    )
    update ${item} as i set
      -- Erased as soon as it is settled: not run again.
      state = case when was > 0 then was when h.outcome = 'dead' then 2 when h.outcome = 'done' or i.cancelled then 1 else 0 end,
      settled = case when was > 0 then i.settled when h.outcome = 'retry' and not i.cancelled then null else now() end,
      forget = case when was > 0 then i.forget when h.outcome = 'retry' and not i.cancelled then null else now() + i.keep * interval '1 millisecond' end,
      error = case when was > 0 then i.error when h.outcome = 'done' then null else h.error end,
      blocks = was = 0 and h.outcome = 'dead' and h.blocks,
      worker = null, suspect = false, alone = false
    from had as h where i.id = h.id
    returning h.number, h.was, h.after, i.state, i.blocks, i.id`;

  // Nobody has taken it since, and it is in the state that it was given.
  const committed = `select e.number from json_to_recordset($1::json) as e (number integer, id bigint, run integer, outcome text)
    join ${item} as i on i.id = e.id and i.runs = e.run and i.worker is null and not i.suspect and i.text is not null
      and i.state = case e.outcome when 'done' then 1 when 'dead' then 2 else 0 end`;

  async function moveJobs({ query, db }: Transaction, rows: readonly Row[]): Promise<void> {
    const jobsOf = (fits: (row: Row) => boolean): string[] => rows.filter(fits).map((row) => jobOf(row["id"]));
    const ended = jobsOf((row) => row["state"] !== 0 && row["blocks"] === false);
    if (ended.length > 0) await boss.deleteJob(queue, ended, { db });
    const retried = rows.filter((row) => row["state"] === 0);
    if (retried.length > 0)
      await query(
        `update ${job} as j set ${waitAgain}, priority = 0, start_after = now() + r.after * interval '1 millisecond'
        from json_to_recordset($2::json) as r (job uuid, after integer) where j.name = $1 and j.id = r.job`,
        [queue, JSON.stringify(retried.map((row) => ({ job: jobOf(row["id"]), after: row["after"] })))],
      );
    // A failed job holds its lane.
    const blocking = jobsOf((row) => row["blocks"] === true);
    if (blocking.length > 0)
      await query(`update ${job} set state = 'failed', completed_on = now(), priority = 0 where name = $1 and id = any($2::uuid[])`, [
        queue,
        blocking,
      ]);
  }

  async function putBack({ query, db }: Transaction, id: string, except: readonly string[]): Promise<void> {
    const rows = await query(
      `update ${item} set worker = null, alone = false,
        attempts = case when state = 0 then attempts - 1 else attempts end,
        first_attempt = case when state = 0 and attempts = 1 then null else first_attempt end
      where worker = $1 and not id = any($2::bigint[]) returning id, state`,
      [id, except],
    );
    const open = rows.filter((row) => row["state"] === 0).map((row) => jobOf(row["id"]));
    const completed = rows.filter((row) => row["state"] !== 0).map((row) => jobOf(row["id"]));
    if (open.length > 0)
      await query(`update ${job} set ${waitAgain}, start_after = now() where name = $1 and id = any($2::uuid[])`, [queue, open]);
    if (completed.length > 0) await boss.deleteJob(queue, completed, { db });
  }

  return {
    settle: (ended) =>
      database.transaction(async (transaction) => {
        const rows = await transaction.query(end, [JSON.stringify(ended.map(rowOf))]);
        if (rows.length > 0) await moveJobs(transaction, rows);
        const results: SettleResult[] = ended.map(() => "stale");
        for (const row of rows) results[row["number"] as number] = row["was"] === 0 ? "settled" : "completed";
        const unknown = ended.map(rowOf).filter(({ number }) => ended[number]?.again === true && results[number] === "stale");
        if (unknown.length > 0)
          for (const row of await transaction.query(committed, [JSON.stringify(unknown)])) results[row["number"] as number] = "settled";
        return results;
      }),
    async complete(taken, transaction) {
      const attempt = attemptOf(taken.fence);
      const { rows } = await transaction.executeSql(
        `update ${item} set state = 1, settled = now(), forget = now() + keep * interval '1 millisecond', error = null
        where id = $1 and worker = $2 and runs = $3 and state = 0 returning id`,
        [attempt.id, attempt.worker, attempt.run],
      );
      return rows.length > 0;
    },
    giveBackUnknown: (id, known) => database.transaction((transaction) => putBack(transaction, id, known)),
    giveBack: (id) =>
      database.transaction(async (transaction) => {
        await putBack(transaction, id, []);
        await transaction.query(`delete from ${worker} where id = $1`, [id]);
      }),
  };
}

function rowOf({ fence, settlement }: Ended, number: number): { readonly number: number } {
  const { worker, id, run } = attemptOf(fence);
  const { outcome } = settlement;
  const row = {
    number,
    id,
    worker,
    run,
    outcome,
    error: outcome === "done" ? null : settlement.error,
    after: outcome === "retry" ? settlement.afterMilliseconds : 0,
    blocks: outcome === "dead" && settlement.blocks,
  };
  return row;
}
