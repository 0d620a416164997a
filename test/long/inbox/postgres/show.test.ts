import { createPostgresInbox, type PostgresInbox } from "@greenhook/inbox-postgres";
import { once } from "node:events";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { isWithoutPostgres, startCluster, type Cluster } from "../../../inbox/postgres/cluster.ts";
import { quickTimes } from "../../../inbox/postgres/postgres-bench.ts";
import { numberedText } from "../../../inbox/programs/numbered-text.mjs";
import { deliverText } from "../stored.ts";
import { startProgram } from "../workers.ts";
import { killWorkers } from "./kill-workers.ts";

const patience = { timeout: 400_000, interval: 100 };

describe.skipIf(isWithoutPostgres)("an inbox on Postgres", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster();
  }, 120_000);
  afterAll(() => cluster?.remove());

  /** An empty inbox in a database of its own. */
  async function openInbox(database: string): Promise<{ readonly inbox: PostgresInbox; readonly connectionString: string }> {
    const client = new Client({ connectionString: cluster.connectionString });
    await client.connect();
    await client.query(`create database ${database}`);
    await client.end();
    const connectionString = cluster.connectionString.replace(/postgres$/, database);
    const inbox = await createPostgresInbox({ connectionString, logger: false });
    onTestFinished(() => inbox.close({ graceMilliseconds: 0 }));
    return { inbox, connectionString };
  }

  test("three crash-stops of the server under load: nothing that was acknowledged is lost, out of order or refused", async () => {
    const { inbox } = await openInbox("crashes");
    const chats = 20;
    const ended = new Map<number, number>();
    let outOfOrder = 0;
    let twice = 0;
    await inbox.work(
      (_parsed, { idMessage = "" }) => {
        const number = Number(idMessage.slice(2));
        const chat = number % chats;
        const latest = ended.get(chat) ?? chat - chats;
        // What has ended may run again where the server went before that was stored.
        if (number === latest) twice += 1;
        else if (number !== latest + chats) outOfOrder += 1;
        ended.set(chat, Math.max(latest, number));
      },
      { concurrency: 16, logger: false },
    );
    const over = new AbortController();
    let acknowledged = 0;
    let refused = 0;
    const storing = Array.from({ length: chats }, async (_, chat) => {
      for (let number = chat; !over.signal.aborted; number += chats) {
        await deliverText(inbox, numberedText("N", number, chats)).then(
          () => (acknowledged += 1),
          () => (refused += 1),
        );
      }
    });
    for (let crash = 0; crash < 3; crash += 1) {
      const before = acknowledged;
      await expect.poll(() => acknowledged - before, patience).toBeGreaterThan(200);
      await cluster.stop("immediate");
      await cluster.start();
    }
    const before = acknowledged;
    await expect.poll(() => acknowledged - before, patience).toBeGreaterThan(200);
    over.abort();
    await Promise.all(storing);
    await expect.poll(async () => (await inbox.stats()).done, patience).toBe(acknowledged);
    console.log(`${acknowledged} acknowledged over three crash-stops, ${twice} ran twice`);
    expect({ outOfOrder, refused, ...(await inbox.stats()) }).toMatchObject({ outOfOrder: 0, refused: 0, waiting: 0, running: 0, dead: 0 });
  });

  test("two processes of four workers, 3 % failures, five kills: each chat in order and one at a time, nothing missing, and others take over", async () => {
    const { inbox, connectionString } = await openInbox("kills");
    const { left, ...found } = await killWorkers(inbox, connectionString, { total: 10_000, kills: 5 });
    expect(found).toEqual({ outOfOrder: 0, overlapping: 0, ended: 10_000 });
    expect(left.length).toBeGreaterThan(0);
    expect(left).not.toContain(false);
  });

  test("one effect for each of 24 items, with pg and with Drizzle, whose processes die before or after the commit, or whose handlers throw after it", async () => {
    const { connectionString } = await openInbox("effects");
    const client = new Client({ connectionString });
    await client.connect();
    onTestFinished(() => client.end());
    await client.query("create table effect (queue text, key text); create table death (queue text, key text, unique (queue, key))");

    const effectsWhere = async (driver: string, dies: string): Promise<object> => {
      const queue = `${driver}-${dies.replaceAll(" ", "-")}`;
      const inbox = await createPostgresInbox({ connectionString, queue, logger: false, connections: 2 });
      await Promise.all(Array.from({ length: 3 }, (_, number) => deliverText(inbox, numberedText("N", number))));
      await inbox.close();
      let kills = 0;
      for (;;) {
        const program = startProgram("postgres-effects.mjs", { connectionString, queue, driver, times: quickTimes, dies, items: 3 });
        const [code, signal] = (await once(program, "exit")) as [number | null, string | null];
        if (signal === "SIGKILL") kills += 1;
        else if (code === 0) break;
        else throw new Error(`The worker ended with ${signal ?? code}`);
      }
      const { rows } = await client.query(
        "select count(*)::int as effects, count(distinct key)::int as keys from effect where queue = $1",
        [queue],
      );
      return { driver, dies, killed: kills > 0, ...(rows[0] as object) };
    };
    const cases = ["pg", "drizzle"].flatMap((driver) =>
      ["before complete", "before commit", "after commit", "throws"].map((dies) => ({ driver, dies })),
    );
    const found: object[] = [];
    for (let first = 0; first < cases.length; first += 4)
      found.push(...(await Promise.all(cases.slice(first, first + 4).map(({ driver, dies }) => effectsWhere(driver, dies)))));
    expect(found).toEqual(cases.map((each) => ({ ...each, killed: each.dies !== "throws", effects: 3, keys: 3 })));
  });
});
