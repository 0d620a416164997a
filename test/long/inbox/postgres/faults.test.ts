import { createPostgresInbox, type CreatePostgresInboxOptions, type PostgresInbox } from "@greenhook/inbox-postgres";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { PgBoss } from "pg-boss";
import { afterAll, beforeAll, describe, expect, onTestFinished, test, type TestContext } from "vitest";
import { isWithoutPostgres, startCluster, type Cluster } from "../../../inbox/postgres/cluster.ts";
import { startFaultyProxy, type FaultyProxy } from "../../../inbox/postgres/faulty-proxy.ts";
import { numberedText } from "../../../inbox/programs/numbered-text.mjs";
import { deliverText } from "../stored.ts";

/** How many are stored while connections are cut. */
const total = 60;
const patience = { timeout: 120_000, interval: 50 };

describe.skipIf(isWithoutPostgres)("an inbox on Postgres", () => {
  let cluster: Cluster;
  let admin: Client;
  beforeAll(async () => {
    cluster = await startCluster();
    admin = new Client({ connectionString: cluster.connectionString });
    await admin.connect();
  }, 120_000);
  afterAll(async () => {
    await admin?.end();
    await cluster?.remove();
  });

  /** The connection string of an empty database. */
  async function database(name: string): Promise<string> {
    await admin.query(`create database ${name}`);
    return cluster.connectionString.replace(/postgres$/, name);
  }
  async function query(connectionString: string, sql: string): Promise<readonly Record<string, unknown>[]> {
    const client = new Client({ connectionString });
    await client.connect();
    try {
      return (await client.query(sql)).rows as Record<string, unknown>[];
    } finally {
      await client.end();
    }
  }
  async function open(
    options: CreatePostgresInboxOptions,
    onFinished: TestContext["onTestFinished"] = onTestFinished,
  ): Promise<PostgresInbox> {
    const inbox = await createPostgresInbox({ logger: false, ...options });
    onFinished(() => inbox.close({ graceMilliseconds: 0 }));
    return inbox;
  }
  async function openBehindProxy(
    name: string,
    onFinished: TestContext["onTestFinished"],
  ): Promise<{ readonly inbox: PostgresInbox; readonly proxy: FaultyProxy; readonly direct: string }> {
    const direct = await database(name);
    const proxy = await startFaultyProxy(cluster.port);
    onFinished(() => proxy.close());
    return { inbox: await open({ connectionString: direct.replace(`:${cluster.port}/`, `:${proxy.port}/`) }, onFinished), proxy, direct };
  }
  /** Handles all in order, and says what came in which order. */
  async function recorded(inbox: PostgresInbox, outcomes: string[] = []): Promise<string[]> {
    const seen: string[] = [];
    await inbox.work((_parsed, { idMessage = "" }) => void seen.push(idMessage), {
      logger: false,
      firstRetryMilliseconds: 1,
      onOutcome: ({ outcome }) => outcomes.push(outcome),
    });
    return seen;
  }

  describe.concurrent("holds what can't be stored", () => {
    test("while Postgres is away for 30 seconds, and goes on when it is back", async ({ expect, onTestFinished }) => {
      const { inbox, proxy } = await openBehindProxy("away", onTestFinished);
      const seen = await recorded(inbox);
      expect(await deliverText(inbox, numberedText("A", 0, 1))).toBe("stored");
      proxy.mode = "refuse";
      let isStored = false;
      const held = deliverText(inbox, numberedText("A", 1, 1)).then((result) => {
        isStored = true;
        return result;
      });
      await expect(deliverText(inbox, numberedText("A", 2, 1), AbortSignal.timeout(1_000))).rejects.toThrow(/timeout/i);
      await pause(29_000);
      expect(isStored).toBe(false);
      proxy.mode = "pass";
      expect(await held).toBe("stored");
      await expect.poll(() => seen, patience).toEqual(["A-0", "A-1"]);
    });

    test("while a proxy swallows every packet, and goes on when it passes them on", async ({ expect, onTestFinished }) => {
      const { inbox, proxy } = await openBehindProxy("swallowed", onTestFinished);
      const seen = await recorded(inbox);
      expect(await deliverText(inbox, numberedText("S", 0, 1))).toBe("stored");
      await expect.poll(() => seen, patience).toEqual(["S-0"]);
      proxy.mode = "swallow";
      const held = deliverText(inbox, numberedText("S", 1, 1));
      await expect(deliverText(inbox, numberedText("S", 2, 1), AbortSignal.timeout(2_000))).rejects.toThrow(/timeout/i);
      proxy.mode = "pass";
      // What the proxy swallowed never gets a response: its connections are given up.
      expect(await held).toMatch(/stored|duplicate/);
      await expect.poll(() => seen, patience).toEqual(["S-0", "S-1"]);
    });

    test.for([
      ["in the middle of a statement", "insert into pgboss.greenhook_item", "before"],
      ["after a statement, before its response", "insert into pgboss.greenhook_item", "after"],
      ["before a commit", "COMMIT", "before"],
      ["after a commit, before its response", "COMMIT", "after"],
    ] as const)("whose connection ends %s: once each, in order", async ([what, text, when], { expect, onTestFinished }) => {
      const { inbox, proxy, direct } = await openBehindProxy(`cut_${what.replaceAll(/\W+/g, "_")}`, onTestFinished);
      const outcomes: string[] = [];
      const seen = await recorded(inbox, outcomes);
      // Puts, claims and settlements are cut, whichever comes.
      const cut = { text, when, times: 20 };
      proxy.cut = cut;
      const results: unknown[] = [];
      for (let first = 0; first < total; first += 3)
        results.push(...(await Promise.all([0, 1, 2].map((chat) => deliverText(inbox, numberedText("C", first + chat, 3))))));
      expect(results.filter((result) => result !== "stored" && result !== "duplicate")).toEqual([]);
      await expect.poll(() => outcomes.length, patience).toBe(total);
      expect(outcomes.filter((outcome) => outcome !== "handled")).toEqual([]);
      expect(cut.times).toBeLessThan(10);
      expect(await query(direct, "select count(*)::int as count from pgboss.greenhook_item where state = 1")).toEqual([{ count: total }]);
      for (const chat of [0, 1, 2]) {
        const ofChat = seen.map((id) => Number(id.slice(2))).filter((number) => number % 3 === chat);
        expect(ofChat.filter((number, index) => index > 0 && number < (ofChat[index - 1] ?? 0))).toEqual([]);
      }
      expect(new Set(seen).size).toBe(total);
    });
  });

  describe("refuses what isn't an inbox, with a clear error", () => {
    test("a role that may create nothing", async () => {
      const connectionString = await database("rights");
      await admin.query("create role powerless login");
      const powerless = connectionString.replace("postgres@", "powerless@");
      await expect(open({ connectionString: powerless })).rejects.toThrow(
        /^Cannot open inbox "greenhook" on Postgres: .*permission denied/,
      );
      expect(await query(connectionString, "select 1 from pg_namespace where nspname = 'pgboss'")).toEqual([]);
    });

    test("a role that may create nothing works on an inbox that is there", async () => {
      const connectionString = await database("given");
      await (await createPostgresInbox({ connectionString, logger: false })).close();
      await query(
        connectionString,
        `create role worker login;
        grant usage on schema pgboss to worker;
        grant select, insert, update, delete on all tables in schema pgboss to worker;
        grant execute on all functions in schema pgboss to worker`,
      );
      const inbox = await open({ connectionString: connectionString.replace("postgres@", "worker@"), mustExist: true });
      const seen = await recorded(inbox);
      expect(await deliverText(inbox, numberedText("R", 1))).toBe("stored");
      await expect.poll(() => seen, patience).toEqual(["R-1"]);
    });

    test("a queue of the same name with another policy, which stays as it is", async () => {
      const connectionString = await database("policy");
      const boss = new PgBoss({ connectionString, schedule: false });
      await boss.start();
      onTestFinished(() => boss.stop({ graceful: false }));
      await boss.createQueue("greenhook");
      const before = await boss.getQueue("greenhook");
      await expect(open({ boss })).rejects.toThrow('queue "greenhook" has the policy "standard", not "key_strict_fifo"');
      await boss.createQueue("mine", { policy: "key_strict_fifo" });
      await expect(open({ boss, queue: "mine" })).rejects.toThrow('queue "mine" ends or deletes jobs by itself');
      expect(await boss.getQueue("greenhook")).toEqual(before);
    });

    test("a newer schema, and none where it must exist", async () => {
      const connectionString = await database("versions");
      await expect(open({ connectionString, mustExist: true })).rejects.toThrow(/^Cannot open inbox "greenhook" on Postgres/);
      expect(await query(connectionString, "select 1 from pg_namespace where nspname = 'pgboss'")).toEqual([]);
      await (await createPostgresInbox({ connectionString, logger: false })).close();
      await expect(open({ connectionString, queue: "other", mustExist: true })).rejects.toThrow('schema "pgboss" has no queue "other"');
      await query(connectionString, "update pgboss.greenhook_schema set version = 99");
      await expect(open({ connectionString })).rejects.toThrow("was written by a newer version of @greenhook/inbox-postgres");
    });

    test("an option that it doesn't have", async () => {
      await expect(open({ connectionString: cluster.connectionString, name: "mine" } as never)).rejects.toThrow(/"name"/);
    });

    test("a server that isn't there", async () => {
      await expect(open({ connectionString: "postgres://user:password@127.0.0.1:1/none" })).rejects.toThrow(/ECONNREFUSED/);
      await expect(open({ connectionString: "postgres://user:password@127.0.0.1:1/none" })).rejects.not.toThrow(/password/);
    });
  });

  test("keeps the order when the server's clock is set back by an hour, and says so", async () => {
    const connectionString = await database("clock");
    const inbox = await open({ connectionString });
    for (let number = 0; number < 3; number += 1) await deliverText(inbox, numberedText("T", number, 1));
    await query(connectionString, "update pgboss.greenhook_item set stored = stored + interval '1 hour'");
    await query(
      connectionString,
      "update pgboss.job set created_on = created_on + interval '1 hour', start_after = start_after + interval '1 hour'",
    );
    for (let number = 3; number < 6; number += 1) await deliverText(inbox, numberedText("T", number, 1));
    expect((await inbox.check()).problems.join()).toMatch(/The server's clock was set back by 3\d\d\d s/);
    const seen = await recorded(inbox);
    await expect.poll(() => seen, patience).toEqual(["T-0", "T-1", "T-2", "T-3", "T-4", "T-5"]);
  });

  test("makes jobs again that were deleted or cancelled by means of pg-boss", async () => {
    const connectionString = await database("deleted");
    const boss = new PgBoss({ connectionString, schedule: false });
    await boss.start();
    onTestFinished(() => boss.stop({ graceful: false }));
    const inbox = await open({ boss });
    for (let number = 0; number < 6; number += 1) await deliverText(inbox, numberedText("D", number, 2));
    const [first, ...others] = (await boss.findJobs("greenhook")).map(({ id }) => id).sort();
    await boss.cancel("greenhook", [first ?? ""]);
    await boss.deleteJob("greenhook", others.slice(0, 3));
    const seen = await recorded(inbox);
    await expect.poll(() => seen.filter((id) => Number(id.slice(2)) % 2 === 0), patience).toEqual(["D-0", "D-2", "D-4"]);
    await expect.poll(() => seen.filter((id) => Number(id.slice(2)) % 2 === 1), patience).toEqual(["D-1", "D-3", "D-5"]);
  });

  test("says what makes it lose or delay notifications: settings of the server, pg-boss's warnings", async () => {
    const connectionString = await database("checked");
    const boss = new PgBoss({ connectionString, schedule: false });
    await boss.start();
    onTestFinished(() => boss.stop({ graceful: false }));
    const logged: unknown[] = [];
    const log = (message: unknown): unknown => logged.push(message);
    const fails = (): never => {
      throw new Error("the log is full");
    };
    const inbox = await open({ boss, logger: { debug: () => undefined, info: () => undefined, warn: log, error: fails } });
    expect(await inbox.check()).toEqual({ engine: "postgres", durable: true, problems: [] });
    for (let each = 0; each < 2; each += 1) boss.emit("warning", { message: "Index bloat", data: {} });
    expect(logged).toEqual(["greenhook: pg-boss warns: Index bloat: the inbox's check() has it for ten minutes"]);
    // An error of pg-boss's must not end the process because it can't be logged.
    expect(() => boss.emit("error", new Error("gone"))).not.toThrow();
    expect(await inbox.check()).toMatchObject({ durable: true, problems: ["pg-boss warns: Index bloat"] });
    await query(connectionString, "alter database checked set synchronous_commit = off");
    const later = await open({ connectionString });
    expect(await later.check()).toMatchObject({
      durable: false,
      problems: ["The server answers before it has flushed: synchronous_commit is off"],
    });
  });

  test("holds what it can't store while the server's disk is full", async (context) => {
    const folder = mkdtempSync(join(tmpdir(), "greenhook-small-"));
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=220m,mode=777", "tmpfs", folder], { stdio: "ignore" });
    } catch {
      rmSync(folder, { recursive: true });
      context.skip("No file system of its own can be mounted here");
    }
    let small: Cluster | undefined;
    onTestFinished(async () => {
      await small?.remove();
      execFileSync("umount", [folder]);
      rmSync(folder, { recursive: true });
    });
    small = await startCluster(["max_wal_size=64MB", "min_wal_size=32MB"], folder);
    const inbox = await open({ connectionString: small.connectionString });
    const seen = await recorded(inbox);
    expect(await deliverText(inbox, numberedText("F", 0, 1))).toBe("stored");
    await expect.poll(() => seen, patience).toEqual(["F-0"]);
    const filler = join(folder, "filler");
    const { bavail, bsize } = statfsSync(folder);
    // As much of it as fits: the server writes too.
    expect(() => writeFileSync(filler, Buffer.alloc(bavail * bsize + 1_000_000))).toThrow("ENOSPC");
    // Until the pages that are allocated already are used up.
    const stored: number[] = [0];
    const long = "x".repeat(1_000_000);
    const put = (number: number): Promise<unknown> =>
      deliverText(inbox, numberedText("F", number, 1).replace('"text text', `"${long}`), AbortSignal.timeout(5_000));
    const failures: unknown[] = [];
    while (failures.length === 0 && stored.length < 500)
      await put(stored.length).then(
        () => stored.push(stored.length),
        (error: unknown) => failures.push(error),
      );
    expect(failures.join()).toMatch(/timeout/i);
    rmSync(filler);
    // A server that couldn't write its log has gone down.
    await small.start().catch(() => undefined);
    expect(await deliverText(inbox, numberedText("G", 0, 1))).toBe("stored");
    await expect.poll(() => seen.at(-1), patience).toBe("G-0");
    expect(new Set(seen).size).toBeGreaterThanOrEqual(stored.length + 1);
  });
});
