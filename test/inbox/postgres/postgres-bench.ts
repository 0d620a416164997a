import { fromPg } from "@greenhook/inbox-postgres";
import type { EngineUnderTest } from "@greenhook/inbox/contract";
import { Pool } from "pg";
import { PgBoss, type Db } from "pg-boss";
import { postgresEngine, type PostgresEngine } from "../../../packages/inbox-postgres/dist/engine/postgres-engine.js";

/** Leases that end within a test. */
export const quickTimes = { leaseMilliseconds: 1_500, beatMilliseconds: 200 };

/** Postgres engines over queues of their own in one database, with short leases. */
export async function postgresUnderTest(connectionString: string): Promise<EngineUnderTest<Db> & { end(): Promise<void> }> {
  const boss = new PgBoss({ connectionString, max: 20, schedule: false, supervise: false });
  boss.on("error", () => undefined);
  await boss.start();
  const pool = new Pool({ connectionString, max: 5 });
  // Pools emit what happens to idle connections.
  pool.on("error", () => undefined);
  return {
    // The backlog takes its time on a busy machine.
    patienceMilliseconds: 240_000,
    make: (store) => postgresEngine({ boss, schema: "pgboss", queue: store, times: quickTimes }),
    crash: async (engine) => (engine as PostgresEngine).crash(),
    async advance(store, milliseconds) {
      // The server's clock can't be moved: the past is.
      const back = `- interval '${milliseconds} milliseconds'`;
      await pool.query(
        `update pgboss.greenhook_item set stored = stored ${back}, settled = settled ${back}, forget = forget ${back}, first_attempt = first_attempt ${back}
        where queue = $1`,
        [store],
      );
      await pool.query(`update pgboss.job set created_on = created_on ${back}, start_after = start_after ${back} where name = $1`, [store]);
    },
    async transaction(_store, work) {
      const client = await pool.connect();
      try {
        await client.query("begin");
        await work(fromPg(client));
        await client.query("commit");
      } catch (error) {
        await client.query("rollback");
        throw error;
      } finally {
        client.release();
      }
    },
    async end() {
      await boss.stop({ graceful: false });
      await pool.end();
    },
  };
}
