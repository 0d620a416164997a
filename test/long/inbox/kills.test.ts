import { createInbox } from "@greenhook/inbox";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { killRounds } from "../../inbox/kill-rounds.ts";
import { numberedText } from "../../inbox/programs/numbered-text.mjs";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { deliverText } from "./stored.ts";
import { busyOne, openRuns, violations } from "./runs-in-log.ts";
import { readLog, startWorker } from "./workers.ts";

test("100 kills of processes that acknowledge, four at a time: nothing that they acknowledged is lost", async () => {
  const folder = temporaryFolder();
  const all = await Promise.all(["1.db", "2.db", "3.db", "4.db"].map((name) => killRounds(join(folder, name), 25, 100)));
  expect(all.map(({ lost, damage }) => ({ lost, damage }))).toEqual(all.map(() => ({ lost: 0, damage: [] })));
  const acknowledged = all.reduce((sum, each) => sum + each.acknowledged, 0);
  console.log(`${acknowledged} acknowledged in 100 rounds, 0 lost`);
  expect(acknowledged).toBeGreaterThanOrEqual(10_000);
});

test("10 kills of workers under load: each chat in order and one at a time, nothing missing, and another worker takes over", async () => {
  const total = 10_000;
  const chats = 200;
  const folder = temporaryFolder();
  const path = join(folder, "inbox.db");
  const log = join(folder, "log");
  writeFileSync(log, "");
  const inbox = createInbox({ path });
  const workers: ChildProcess[] = [];
  onTestFinished(async () => {
    for (const worker of workers) worker.kill("SIGKILL");
    await inbox.close();
  });
  const start = (): void => void workers.push(startWorker({ path, log, handlerMilliseconds: 20, failures: 0.03 }));
  for (let each = 0; each < 4; each += 1) start();

  const numbers = Array.from({ length: total }, (_, number) => number);
  const storing = (async () => {
    // A chat's notifications are stored one after another, as an instance's queue brings them.
    for (let first = 0; first < total; first += chats)
      await Promise.all(numbers.slice(first, first + chats).map((number) => deliverText(inbox, numberedText("N", number, chats))));
  })();

  const kills: { readonly pid: number; readonly at: number; readonly left: readonly string[] }[] = [];
  for (let kill = 0; kill < 10; kill += 1) {
    // One lives on, and sees the others die.
    const victim = await busyOne(workers.slice(1), log);
    workers.splice(workers.indexOf(victim), 1);
    victim.kill("SIGKILL");
    await once(victim, "exit");
    const at = Date.now();
    kills.push({ pid: victim.pid ?? 0, at, left: openRuns(readLog(log), victim.pid ?? 0) });
    start();
  }
  await storing;
  await expect.poll(async () => (await inbox.stats()).done, { timeout: 300_000, interval: 100 }).toBe(total);
  await pause(100);

  const lines = readLog(log);
  expect(violations(lines, new Set(kills.map(({ pid }) => pid)), chats)).toEqual({ outOfOrder: 0, overlapping: 0 });
  expect(new Set(lines.filter(({ what }) => what === "end").map(({ idMessage }) => idMessage)).size).toBe(total);
  const seconds = kills.flatMap(({ at, left }) =>
    left.map(
      (idMessage) => (lines.find((line) => line.at >= at && line.what === "start" && line.idMessage === idMessage)!.at - at) / 1_000,
    ),
  );
  console.log(`${seconds.length} runs died with their processes; the last of them was taken over after ${Math.max(...seconds)} s`);
  expect(seconds.length).toBeGreaterThan(0);
  // The sender's own retry takes as long.
  expect(Math.max(...seconds)).toBeLessThan(60);
});
