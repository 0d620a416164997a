import { inboxContractCases, runInboxContract } from "@greenhook/inbox/contract";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isWithoutPostgres, startCluster, type Cluster } from "../../../inbox/postgres/cluster.ts";
import { postgresUnderTest } from "../../../inbox/postgres/postgres-bench.ts";

describe.skipIf(isWithoutPostgres)("the Postgres engine", () => {
  let cluster: Cluster;
  let postgres: Awaited<ReturnType<typeof postgresUnderTest>>;
  beforeAll(async () => {
    cluster = await startCluster();
    postgres = await postgresUnderTest(cluster.connectionString);
  }, 120_000);
  afterAll(async () => {
    await postgres?.end();
    await cluster?.remove();
  });
  // Leases are short here. A machine that stands still for longer than one makes a worker look dead: that is no defect.
  test.each(inboxContractCases)("$title", { concurrent: true, timeout: 300_000, retry: 2 }, async (each) => {
    expect(await runInboxContract({ ...postgres, cases: [each] })).toEqual([{ title: each.title, outcome: "passed" }]);
  });
});
