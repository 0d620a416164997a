import { createInbox, inboxOver, type Inbox } from "@greenhook/inbox";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { sqliteEngine } from "../../../packages/inbox/dist/sqlite/sqlite-engine.js";
import { numberedText } from "../../inbox/programs/numbered-text.mjs";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { deliverText } from "./stored.ts";
import { readLog, startWorker } from "./workers.ts";

const patience = { timeout: 120_000 };

/** A small file system of its own, as only root may have one; `undefined` for others. */
function smallDisk(): { readonly path: string; grow(): void } | undefined {
  const path = join(temporaryFolder(), "disk");
  mkdirSync(path);
  if (spawnSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", path]).status !== 0) return undefined;
  onTestFinished(() => void spawnSync("umount", [path]));
  return { path, grow: () => void spawnSync("mount", ["-o", "remount,size=64m", path]) };
}

test("a full disk: what has no room waits, gets no 200, and is stored once there is room", async ({ skip }) => {
  const disk = smallDisk();
  if (disk === undefined) return skip("no file system can be mounted here");
  const inbox = createInbox({ path: join(disk.path, "inbox.db") });
  onTestFinished(() => inbox.close());
  const texts = Array.from({ length: 400 }, (_, number) => numberedText("N", number).replace("text ", "x".repeat(10_000)));
  const results: unknown[] = [];
  const storing = texts.map(async (text) => results.push(await deliverText(inbox, text)));
  // Full once nothing was stored for a while.
  for (let before = -1; before !== results.length || before === 0; await pause(2_000)) before = results.length;
  const stored = results.length;
  expect(stored).toBeLessThan(texts.length);
  const abandoned = deliverText(inbox, numberedText("N", 999), AbortSignal.timeout(500));
  await expect(abandoned).rejects.toThrow("timeout");
  expect((await inbox.stats()).waiting).toBe(stored);
  disk.grow();
  await Promise.all(storing);
  expect(new Set(results)).toEqual(new Set(["stored"]));
  expect((await inbox.stats()).waiting).toBeGreaterThanOrEqual(texts.length);
  expect((await inbox.check()).problems.join()).not.toContain("damaged");
});

/** Holds the file's lock as another program would. */
function lockedBy(path: string): { free(): void } {
  const database = new DatabaseSync(path);
  database.exec("pragma busy_timeout = 60000; begin immediate");
  return {
    free() {
      database.exec("commit");
      database.close();
    },
  };
}

test.each([9, 11])("a lock held by a stranger for %i s: puts and settlements wait, and no item runs twice", async (seconds) => {
  const path = join(temporaryFolder(), "inbox.db");
  const inbox = createInbox({ path });
  onTestFinished(() => inbox.close());
  const runs: (string | undefined)[] = [];
  const outcomes: string[] = [];
  await deliverText(inbox, numberedText("N", 1));
  await inbox.work(
    async (_parsed, { idMessage }) => {
      runs.push(idMessage);
      await pause(1_000);
    },
    { logger: false, onOutcome: ({ outcome }) => outcomes.push(outcome) },
  );
  await expect.poll(() => runs, patience).toEqual(["N-1"]);
  const lock = lockedBy(path);
  const late = deliverText(inbox, numberedText("N", 2));
  const impatient = deliverText(inbox, numberedText("N", 3), AbortSignal.timeout(2_000));
  await expect(impatient).rejects.toThrow("timeout");
  await pause((seconds - 2) * 1_000);
  expect(outcomes).toEqual([]);
  lock.free();
  expect(await late).toBe("stored");
  await expect.poll(() => outcomes.slice(0, 2), patience).toEqual(["handled", "handled"]);
  expect(runs.filter((run) => run !== "N-3")).toEqual(["N-1", "N-2"]);
});

test("a worker that is stopped past its lease: another one takes over, and on waking it settles nothing", async () => {
  const folder = temporaryFolder();
  const path = join(folder, "inbox.db");
  const log = join(folder, "log");
  writeFileSync(log, "");
  const inbox = createInbox({ path });
  await deliverText(inbox, numberedText("N", 1));
  const times = { leaseMilliseconds: 2_000, beatMilliseconds: 200 };
  const stopped = startWorker({ path, log, handlerMilliseconds: 600_000, times });
  const linesOf = (what: string): readonly (number | undefined)[] =>
    readLog(log)
      .filter((line) => line.what === what)
      .map(({ pid }) => pid);
  await expect.poll(() => linesOf("start"), patience).toEqual([stopped.pid]);
  stopped.kill("SIGSTOP");
  const other = startWorker({ path, log, handlerMilliseconds: 1, times });
  onTestFinished(async () => {
    for (const worker of [stopped, other]) worker.kill("SIGKILL");
    await inbox.close();
  });
  await expect.poll(() => linesOf("end"), patience).toEqual([other.pid]);
  await expect.poll(async () => (await inbox.stats()).done, patience).toBe(1);
  const before = JSON.stringify(await inbox.items.list());
  stopped.kill("SIGCONT");
  await expect.poll(() => linesOf("aborted"), patience).toEqual([stopped.pid]);
  await expect.poll(() => linesOf("stale"), patience).toEqual([stopped.pid]);
  expect(JSON.stringify(await inbox.items.list())).toBe(before);
});

test("clocks an hour off, one ahead and one behind: nothing waits for an hour, and the order holds", async () => {
  const path = join(temporaryFolder(), "inbox.db");
  const hour = 3_600_000;
  const withClock = (offset: number): Inbox => {
    const clockOffset = new Float64Array(new SharedArrayBuffer(8)).fill(offset);
    return inboxOver(sqliteEngine({ path, times: { leaseMilliseconds: 10_000, beatMilliseconds: 200 }, clockOffset }));
  };
  const [ahead, behind] = [withClock(hour), withClock(-hour)];
  onTestFinished(async () => void (await Promise.all([ahead, behind].map((inbox) => inbox.close()))));
  const runs: string[] = [];
  // Stored by the clock that is ahead, and worked on by the one that is behind: due in two hours.
  for (let number = 0; number < 20; number += 1) await deliverText(ahead, numberedText("N", number, 2));
  const handle = (_parsed: unknown, { idMessage = "", attempt }: { readonly idMessage?: string; readonly attempt?: number }): void => {
    if (attempt === 1) throw new Error("the first time");
    runs.push(idMessage);
  };
  const options = { logger: false, firstRetryMilliseconds: 10, longestRetryMilliseconds: 10 } as const;
  await behind.work(handle, options);
  await expect.poll(() => runs.length, patience).toBe(20);
  await ahead.work(handle, options);
  for (let number = 20; number < 40; number += 1) await deliverText(behind, numberedText("N", number, 2));
  await expect.poll(async () => (await ahead.stats()).done, patience).toBe(40);
  expect((await ahead.stats()).dead).toBe(0);
  for (const chat of [0, 1]) {
    const numbers = runs.map((run) => Number(run.slice(2))).filter((number) => number % 2 === chat);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => 2 * index + chat));
  }
});

test("texts of 8 MiB: six at once, given back to the letter", async () => {
  const inbox = createInbox({ path: join(temporaryFolder(), "inbox.db") });
  onTestFinished(() => inbox.close());
  const texts = Array.from({ length: 6 }, (_, number) => numberedText("N", number).replace("text ", "é👍".repeat(1_400_000)));
  expect(Buffer.byteLength(texts.join("")) / 6).toBeGreaterThan(8 * 1_024 * 1_024);
  const digest = (text: string): string => createHash("sha256").update(text).digest("hex");
  expect(await Promise.all(texts.map((text) => deliverText(inbox, text)))).toEqual(texts.map(() => "stored"));
  const got: string[] = [];
  await inbox.work((_parsed, { rawText = "" }) => got.push(digest(rawText)), { logger: false });
  await expect.poll(() => got.length, patience).toBe(6);
  expect(got.sort()).toEqual(texts.map(digest).sort());
});

test("10,000 puts may wait for the file, and the next one is refused", async () => {
  const path = join(temporaryFolder(), "inbox.db");
  const inbox = createInbox({ path });
  onTestFinished(() => inbox.close());
  await deliverText(inbox, numberedText("N", 0));
  const lock = lockedBy(path);
  const waiting = Array.from({ length: 10_000 }, (_, number) => deliverText(inbox, numberedText("W", number)));
  await expect(deliverText(inbox, numberedText("N", 1))).rejects.toThrow('10000 are waiting for "sqlite" already');
  lock.free();
  expect(new Set(await Promise.all(waiting))).toEqual(new Set(["stored"]));
  expect((await inbox.stats()).waiting).toBe(10_001);
});
