import { createWebhookHandler } from "@greenhook/core";
import { createInbox, inboxOver } from "@greenhook/inbox";
import { closeSync, fdatasyncSync, openSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { newItem } from "../../../packages/inbox/dist/contract/inbox-bench.js";
import { sqliteEngine } from "../../../packages/inbox/dist/sqlite/sqlite-engine.js";
import { killRounds } from "../../inbox/kill-rounds.ts";
import { numberedText } from "../../inbox/programs/numbered-text.mjs";
import { deliverText } from "../../long/inbox/stored.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const hour = 3_600_000;

test("1,000 kills of processes that acknowledge", { timeout: hour }, async () => {
  const { acknowledged, lost, damage } = await killRounds(join(temporaryFolder(), "inbox.db"), 1_000, 110);
  console.log(`${acknowledged} acknowledged in 1,000 rounds, ${lost} lost`);
  expect({ lost, damage }).toEqual({ lost: 0, damage: [] });
  expect(acknowledged).toBeGreaterThanOrEqual(100_000);
});

/** How often a second this disk flushes a kilobyte that was appended. */
function flushesPerSecond(folder: string): number {
  const file = openSync(join(folder, "raw"), "w");
  const kilobyte = Buffer.alloc(1_024);
  let count = 0;
  for (const end = performance.now() + 2_000; performance.now() < end; count += 1) {
    writeSync(file, kilobyte);
    fdatasyncSync(file);
  }
  closeSync(file);
  return count / 2;
}

test("durable puts at 50 connections beside raw flushes, three interleaved rounds", { timeout: hour }, async () => {
  const folder = temporaryFolder();
  const inbox = createInbox({ path: join(folder, "inbox.db") });
  onTestFinished(() => inbox.close());
  let number = 0;
  for (let round = 0; round < 3; round += 1) {
    const raw = flushesPerSecond(folder);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    const milliseconds: number[] = [];
    delay.enable();
    const end = performance.now() + 5_000;
    const put = async (): Promise<void> => {
      while (performance.now() < end) {
        const begunAt = performance.now();
        await deliverText(inbox, numberedText("N", (number += 1), 1_000));
        milliseconds.push(performance.now() - begunAt);
      }
    };
    await Promise.all(Array.from({ length: 50 }, put));
    delay.disable();
    milliseconds.sort((a, b) => a - b);
    const p99 = milliseconds[Math.floor(0.99 * milliseconds.length)] ?? 0;
    const blocked = delay.percentile(99.9) / 1e6;
    console.log(
      `${milliseconds.length / 5} puts a second, ${raw} raw flushes; p99 ${p99.toFixed(1)} ms; loop blocked ${blocked.toFixed(1)} ms at p99.9`,
    );
    expect(milliseconds.length / 5).toBeGreaterThan(raw / 2);
  }
});

test("1,000,000 waiting: claims and puts go on at the pace that they have with 30,000", { timeout: hour }, async () => {
  const engine = sqliteEngine({ path: join(temporaryFolder(), "inbox.db") });
  const inbox = inboxOver(engine);
  onTestFinished(() => inbox.close());
  let stored = 0;
  /** In larger batches than deliveries are: what is measured comes afterwards. */
  async function fill(total: number): Promise<void> {
    const { signal } = new AbortController();
    while (stored < total) {
      const items = Array.from({ length: 5_000 }, (_, index) => newItem(`chat${(stored + index) % 1_000}`, stored + index));
      await engine.put(items, signal);
      stored += items.length;
    }
  }
  async function claimsPerSecond(): Promise<number> {
    let claims = 0;
    const begunAt = performance.now();
    const run = await engine.run(64, async (_taken, { settle }) => {
      claims += 1;
      await settle({ outcome: "done" });
    });
    await expect.poll(() => claims, { timeout: hour }).toBeGreaterThan(15_000);
    const perSecond = claims / ((performance.now() - begunAt) / 1_000);
    await run.stop(10_000);
    return perSecond;
  }
  async function putsPerSecond(): Promise<number> {
    const begunAt = performance.now();
    let left = 5_000;
    const put = async (): Promise<void> => {
      for (; left > 0; stored += 1) {
        left -= 1;
        await deliverText(inbox, numberedText("P", stored, 1_000));
      }
    };
    await Promise.all(Array.from({ length: 50 }, put));
    return 5_000 / ((performance.now() - begunAt) / 1_000);
  }
  await fill(30_000);
  const few = { claims: await claimsPerSecond(), puts: await putsPerSecond() };
  await fill(1_000_000);
  const many = { claims: await claimsPerSecond(), puts: await putsPerSecond() };
  const waiting = (await inbox.stats()).waiting;
  for (const what of ["claims", "puts"] as const)
    console.log(`${what}: ${few[what].toFixed(0)} a second with 30,000 waiting, ${many[what].toFixed(0)} with ${waiting}`);
  expect(many.claims).toBeGreaterThan(few.claims / 4);
  expect(many.puts).toBeGreaterThan(few.puts / 4);
});

test("20 instances, 50 a second each, for ten minutes: memory and log stay flat", { timeout: hour }, async () => {
  const path = join(temporaryFolder(), "inbox.db");
  const inbox = createInbox({ path });
  const handler = createWebhookHandler({ token: "secret", deliver: inbox });
  onTestFinished(() => inbox.close());
  await inbox.work(() => pause(100), { concurrency: 200 });
  let number = 0;
  const refused: number[] = [];
  const megabytes: number[] = [];
  const logMegabytes: number[] = [];
  const beganAt = performance.now();
  const instance = async (): Promise<void> => {
    for (let tick = 0; performance.now() - beganAt < 600_000; tick += 1) {
      await pause(Math.max(0, beganAt + 20 * tick - performance.now()));
      const value = Buffer.from(numberedText("N", (number += 1), 4_000));
      const response = await handler({ method: "POST", authorization: ["Bearer secret"], body: { kind: "read", value } });
      if (response.status !== 200) refused.push(response.status);
    }
  };
  const watching = setInterval(() => {
    megabytes.push(process.memoryUsage().rss / 1e6);
    logMegabytes.push(statSync(`${path}-wal`).size / 1e6);
  }, 5_000);
  await Promise.all(Array.from({ length: 20 }, instance));
  clearInterval(watching);
  const half = megabytes.length >> 1;
  console.log(
    `${number} in ten minutes; memory ${megabytes.map(Math.round).join(" ")} MB; log at most ${Math.max(...logMegabytes).toFixed(0)} MB`,
  );
  expect(refused).toEqual([]);
  expect(Math.max(...megabytes.slice(half))).toBeLessThan(1.5 * Math.max(...megabytes.slice(0, half)));
  expect(Math.max(...logMegabytes)).toBeLessThan(200);
});
