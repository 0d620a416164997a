import { createPostgresInbox } from "@greenhook/inbox-postgres";
import { Client } from "pg";
import { expect, onTestFinished, test } from "vitest";
import { isWithoutPostgres, startCluster } from "../../inbox/postgres/cluster.ts";
import { numberedText } from "../../inbox/programs/numbered-text.mjs";
import { killWorkers } from "../../long/inbox/postgres/kill-workers.ts";
import { deliverText } from "../../long/inbox/stored.ts";

const million = 1_000_000;

test.skipIf(isWithoutPostgres)("takes what a million have waiting before it on Postgres, 64 at a time, in order", async () => {
  const cluster = await startCluster(["shared_buffers=256MB", "max_wal_size=4GB"]);
  onTestFinished(() => cluster.remove(), 120_000);
  const inbox = await createPostgresInbox({ connectionString: cluster.connectionString, logger: false });
  onTestFinished(() => inbox.close({ graceMilliseconds: 0 }), 120_000);
  await deliverText(inbox, numberedText("M", 0, 1_000));
  const client = new Client({ connectionString: cluster.connectionString });
  await client.connect();
  onTestFinished(() => client.end());
  // As many like the first one, over 1,000 lanes.
  await client.query(`insert into pgboss.greenhook_item (queue, key, lane, kind, plain, origin, text, received, stored, keep)
    select queue, key || n, lane || (n % 1000), kind, plain, origin, replace(text, 'M-0', 'M-' || n), received, stored, keep
    from pgboss.greenhook_item, generate_series(1, ${million}) as n`);
  await client.query(`insert into pgboss.job (id, name, singleton_key, start_after, created_on, keep_until, retry_limit, expire_seconds, deletion_seconds, policy)
    select ('00000000-0000-8000-8000-' || lpad(to_hex(i.id), 12, '0'))::uuid, j.name, i.lane, j.start_after, i.stored, j.keep_until, j.retry_limit,
      j.expire_seconds, j.deletion_seconds, j.policy from pgboss.greenhook_item as i, pgboss.job as j where i.id > 1`);
  await client.query("vacuum analyze");

  const latest = new Map<string, number>();
  let outOfOrder = 0;
  let handled = 0;
  const startedAt = performance.now();
  await inbox.work(
    (_parsed, { idMessage = "" }) => {
      const number = Number(idMessage.slice(2));
      const lane = String(number % 1_000);
      if (number < (latest.get(lane) ?? -1)) outOfOrder += 1;
      latest.set(lane, number);
      handled += 1;
    },
    { logger: false },
  );
  await expect.poll(() => handled, { timeout: 600_000, interval: 50 }).toBeGreaterThan(10_000);
  const perSecond = handled / ((performance.now() - startedAt) / 1_000);
  console.log(`${Math.round(perSecond)} items a second with a million waiting`);
  expect(outOfOrder).toBe(0);
  // A bound that a busy machine keeps.
  expect(perSecond).toBeGreaterThan(20);
});

test.skipIf(isWithoutPostgres)(
  "100,000 by two processes of four workers that are killed: each chat in order and one at a time, nothing missing",
  { timeout: 3_600_000 },
  async () => {
    const cluster = await startCluster();
    onTestFinished(() => cluster.remove(), 120_000);
    const { connectionString } = cluster;
    const inbox = await createPostgresInbox({ connectionString, logger: false });
    onTestFinished(() => inbox.close({ graceMilliseconds: 0 }), 120_000);
    const { left, ...found } = await killWorkers(inbox, connectionString, { total: 100_000, kills: 5 });
    expect(found).toEqual({ outOfOrder: 0, overlapping: 0, ended: 100_000 });
    expect(left).not.toContain(false);
  },
);

test.skipIf(isWithoutPostgres)("durable puts on Postgres at 50 connections, three rounds", async () => {
  const cluster = await startCluster();
  onTestFinished(() => cluster.remove(), 120_000);
  const inbox = await createPostgresInbox({ connectionString: cluster.connectionString, logger: false });
  onTestFinished(() => inbox.close(), 120_000);
  let number = 0;
  for (let round = 0; round < 3; round += 1) {
    const before = number;
    const end = performance.now() + 5_000;
    const put = async (): Promise<void> => {
      while (performance.now() < end) await deliverText(inbox, numberedText("N", (number += 1), 1_000));
    };
    await Promise.all(Array.from({ length: 50 }, put));
    console.log(`${Math.round((number - before) / 5)} puts a second`);
    // A bound that a busy machine keeps.
    expect(number - before).toBeGreaterThan(500);
  }
});
