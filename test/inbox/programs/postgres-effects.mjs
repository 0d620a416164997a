// Works on an inbox on Postgres, and has one effect per item in the transaction that completes it. Dies once per item, where it is told to. Ends when
// all are done.
import { inboxOver, itemOf } from "@greenhook/inbox";
import { fromPg } from "@greenhook/inbox-postgres";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { Pool } from "pg";
import { fromDrizzle, PgBoss } from "pg-boss";
import { setTimeout as pause } from "node:timers/promises";
import { postgresEngine } from "../../../packages/inbox-postgres/dist/engine/postgres-engine.js";

const { connectionString, queue, driver, times, dies, items } = JSON.parse(process.argv[2]);
const boss = new PgBoss({ connectionString, schedule: false, supervise: false, max: 5 });
boss.on("error", () => undefined);
await boss.start();
const inbox = inboxOver(await postgresEngine({ boss, schema: "pgboss", queue, times }));
const pool = new Pool({ connectionString, max: 5 });
const database = drizzle(pool);

/** Calls `work` with a transaction of the driver's, as `complete` takes it, and with what runs a statement in it. */
const transactions = {
  async pg(work) {
    const client = await pool.connect();
    try {
      await client.query("begin");
      await work(fromPg(client), (key) => client.query("insert into effect values ($1, $2)", [queue, key]));
      await client.query("commit");
    } catch (error) {
      await client.query("rollback");
      throw error;
    } finally {
      client.release();
    }
  },
  drizzle: (work) =>
    database.transaction((transaction) =>
      work(fromDrizzle(transaction, sql), (key) => transaction.execute(sql`insert into effect values (${queue}, ${key})`)),
    ),
};

await inbox.work(
  async (_parsed, context) => {
    const { key } = itemOf(context);
    const { rowCount } = await pool.query("insert into death values ($1, $2) on conflict do nothing", [queue, key]);
    const die = (point) => {
      if (rowCount === 1 && dies === point) process.kill(process.pid, "SIGKILL");
    };
    await transactions[driver](async (transaction, effect) => {
      await effect(key);
      die("before complete");
      await inbox.complete(context, transaction);
      die("before commit");
    });
    die("after commit");
    if (rowCount === 1 && dies === "throws") throw new Error("after the commit");
  },
  { concurrency: 2, logger: false, firstRetryMilliseconds: 1, longestRetryMilliseconds: 5 },
);
while ((await inbox.stats()).done < items) await pause(20);
await inbox.close();
await boss.stop({ graceful: false });
await pool.end();
