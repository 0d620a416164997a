import { keyOf, parseNotification } from "@greenhook/core";
import { duplicateStoreContractCases, runDuplicateStoreContract } from "@greenhook/core/contract";
import { fork, spawn, spawnSync, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { compileBlocks, programOf, typescriptBlocks } from "../../docs/compile-blocks.ts";
import { fileOf } from "../../docs/markdown-pages.ts";
import { isWithoutPostgres, startCluster } from "../../inbox/postgres/cluster.ts";
import { numberedText } from "../../inbox/programs/numbered-text.mjs";
import { connectStore, type StoreLocation } from "../../inbox/programs/shared-stores.mjs";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { readLog, type WorkerLine } from "./workers.ts";

const kinds = ["sqlite", "redis", "postgres"] as const;
type Kind = (typeof kinds)[number];

/** Never in CI. */
const isWithout: Readonly<Record<Kind, boolean>> = {
  sqlite: false,
  redis: spawnSync("redis-server", ["--version"]).status !== 0 && process.env["CI"] === undefined,
  postgres: isWithoutPostgres,
};

beforeAll(() => {
  expect(compileBlocks()).toEqual([]);
});

/** The recipe of this name in the documentation, compiled. */
function recipe(file: string): string {
  const block = typescriptBlocks.find((each) => each.page === "docs/several-machines.md" && fileOf(each) === file);
  if (block === undefined) throw new Error(`Cannot find the recipe "${file}"`);
  return pathToFileURL(programOf(block)).href;
}

let lastNumber = 1_000;

/** The number of a notification that no test has delivered: servers keep what they know from test to test. */
const newNumber = (): number => (lastNumber += 1);

/** Starts what the store needs, on a port of its own. */
async function startLocation(kind: Kind): Promise<{ readonly location: StoreLocation; readonly stop: () => Promise<unknown> }> {
  if (kind === "sqlite") return { location: {}, stop: () => Promise.resolve() };
  if (kind === "postgres") {
    const cluster = await startCluster();
    return { location: { url: cluster.connectionString, program: recipe("postgres-store.ts") }, stop: () => cluster.remove() };
  }
  const finder = createServer().listen(0, "127.0.0.1");
  await once(finder, "listening");
  const { port } = finder.address() as AddressInfo;
  await new Promise((resolve) => finder.close(resolve));
  const options = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  const server = spawn("redis-server", options, { stdio: "ignore" });
  const ended = once(server, "close");
  const stop = (): Promise<unknown> => (server.kill("SIGKILL"), ended);
  return { location: { url: `redis://127.0.0.1:${port}`, program: recipe("redis-store.ts") }, stop };
}

/** A process that delivers with a store. */
interface Deliverer {
  readonly child: ChildProcess;
  readonly pid: number;
  /** Resolves to what the webhook's sender gets, and what became of it. */
  readonly deliver: (number: number) => Promise<{ readonly status: number; readonly outcome: string }>;
}

async function startDeliverer(options: object): Promise<Deliverer> {
  const program = fileURLToPath(new URL("../../inbox/programs/deliver-once.mjs", import.meta.url));
  const child = fork(program, [JSON.stringify(options)], { execArgv: ["--no-warnings"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const waiting = new Map<number, (result: { status: number; outcome: string }) => void>();
  child.on("message", (message: { number: number; status: number; outcome: string }) => waiting.get(message.number)?.(message));
  await once(child, "message");
  return {
    child,
    pid: child.pid ?? 0,
    deliver: (number) => new Promise((resolve) => (waiting.set(number, resolve), child.send(number))),
  };
}

const described = kinds.map((kind) => ({ kind, name: isWithout[kind] ? `${kind}: skipped, it isn't installed` : kind }));

describe.each(described)("$name", ({ kind }) => {
  let server: Awaited<ReturnType<typeof startLocation>>;
  beforeAll(async () => {
    if (!isWithout[kind]) server = await startLocation(kind);
  }, 120_000);
  afterAll(() => server?.stop());

  /** The store, and a log that processes share. */
  function setUp(): { readonly location: StoreLocation; readonly log: string; readonly lines: (what: WorkerLine["what"]) => number[] } {
    const folder = temporaryFolder();
    const log = join(folder, "log");
    writeFileSync(log, "");
    const lines = (what: WorkerLine["what"]): number[] =>
      readLog(log)
        .filter((line) => line.what === what)
        .map(({ pid }) => pid);
    return { location: { ...server.location, path: join(folder, "duplicates.db") }, log, lines };
  }

  test.skipIf(isWithout[kind])("passes the contract for duplicate stores", async () => {
    const { location } = setUp();
    const results = await runDuplicateStoreContract({
      async make() {
        const { store, close, forget } = await connectStore(kind, location);
        onTestFinished(() => void close());
        await forget?.();
        return store;
      },
    });
    expect(results).toEqual(duplicateStoreContractCases.map(({ title: each }) => ({ title: each, passed: true })));
  });

  test.skipIf(isWithout[kind])("100 notifications given to two processes at once: each runs once", async () => {
    const { location, log, lines } = setUp();
    const options = { kind, location, log, leaseMilliseconds: 60_000, handlerMilliseconds: 20 };
    const processes = await Promise.all([startDeliverer(options), startDeliverer(options)]);
    const numbers = Array.from({ length: 100 }, (_, number) => number);
    const results = await Promise.all(
      processes.flatMap(({ deliver }) =>
        numbers.map(async (number) => {
          const { status, outcome } = await deliver(number);
          return `${status} ${outcome}`;
        }),
      ),
    );
    expect(lines("start")).toHaveLength(100);
    const count = (result: string): number => results.filter((each) => each === result).length;
    expect([count("200 handled"), count("200 duplicate")]).toEqual([100, 100]);
    if (kind !== "sqlite") return;
    // What they do without a store that they share.
    const alone = { ...setUp(), kind: "memory", leaseMilliseconds: 60_000, handlerMilliseconds: 20 };
    const others = await Promise.all([startDeliverer(alone), startDeliverer(alone)]);
    await Promise.all(others.flatMap(({ deliver }) => numbers.map(deliver)));
    expect(alone.lines("start")).toHaveLength(200);
  });

  test.skipIf(isWithout[kind])("a process that dies holding a claim: another one takes over after its lease", async () => {
    const { location, log, lines } = setUp();
    const options = { kind, location, log, leaseMilliseconds: 2_000 };
    const dying = await startDeliverer(options);
    const other = await startDeliverer({ ...options, handlerMilliseconds: 1 });
    const number = newNumber();
    void dying.deliver(number);
    await expect.poll(() => lines("start"), { timeout: 60_000 }).toEqual([dying.pid]);
    dying.child.kill("SIGKILL");
    const killedAt = performance.now();
    expect(await other.deliver(number)).toMatchObject({ status: 200, outcome: "handled" });
    console.log(`${kind}: taken over ${((performance.now() - killedAt) / 1_000).toFixed(1)} s after the kill, with a lease of 2 s`);
    expect(lines("start")).toEqual([dying.pid, other.pid]);
    expect(await other.deliver(number)).toMatchObject({ outcome: "duplicate" });
  });

  // A machine that stands still for longer than the lease makes the one that took over look dead, too: that is no defect.
  test.skipIf(isWithout[kind]).for([false, true])(
    "a process that wakes late settles nothing, whether its handler fails: %s",
    { retry: 2 },
    async (fails) => {
      const { location, log, lines } = setUp();
      const { store, close } = await connectStore(kind, location);
      onTestFinished(() => void close());
      const number = newNumber();
      const parsed = parseNotification(JSON.parse(numberedText("N", number)));
      if (parsed.kind === "malformed") throw new TypeError("Cannot deliver: no notification");
      const stateOf = async (): Promise<string> => (await store.claim(keyOf(parsed), 1_000)).state;

      const options = { kind, location, log, leaseMilliseconds: 3_000 };
      const late = await startDeliverer({ ...options, fails, handlerMilliseconds: 1_000 });
      const other = await startDeliverer(options);
      const lateResult = late.deliver(number);
      await expect.poll(() => lines("start"), { timeout: 60_000 }).toEqual([late.pid]);
      late.child.kill("SIGSTOP");
      const result = other.deliver(number);
      await expect.poll(() => lines("start"), { timeout: 60_000 }).toEqual([late.pid, other.pid]);
      late.child.kill("SIGCONT");
      expect((await lateResult).status).toBe(fails ? 500 : 200);
      // The late one has ended, and the other one still has the key; as it has some time later.
      expect(await stateOf()).toBe("running");
      await pause(100);
      expect(await stateOf()).toBe("running");
      other.child.send("finish");
      expect(await result).toMatchObject({ status: 200, outcome: "handled" });
      expect(await stateOf()).toBe("done");
    },
  );
});
