// Measures the durable inbox, on a Node that has SQLite: prints its figures as JSON.
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { createWebhookHandler } from "../../packages/core/dist/bundled/index.js";
import { createEmulator, allFlagsOn } from "../../packages/emulator/dist/index.js";
import { createInbox } from "../../packages/inbox/dist/index.js";
import { startWebhookServer } from "../../packages/node/dist/bundled/index.js";
import { body, token } from "./message.mjs";

const [rounds, seconds] = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), "greenhook-bench-"));
const authorization = [`Bearer ${token}`];
let number = 0;

/** Another notification each time, of 0.4 kB, in one of 1,000 chats. */
function notification() {
  const text = body().replace("3EB0C767D097B7C7C030", `N${(number += 1)}`);
  return text.replaceAll("79000000001@c.us", `7900000${String(number % 1_000).padStart(4, "0")}@c.us`);
}

/** How often a second this disk flushes a kilobyte that was appended. */
function flushesPerSecond() {
  const file = openSync(join(folder, "raw"), "w");
  const kilobyte = Buffer.alloc(1_024);
  const end = performance.now() + 1_000 * seconds;
  let count = 0;
  for (; performance.now() < end; count++) {
    writeSync(file, kilobyte);
    fdatasyncSync(file);
  }
  closeSync(file);
  return count / seconds;
}

const inbox = createInbox({ path: join(folder, "inbox.db") });
const handler = createWebhookHandler({ token, deliver: inbox });

async function puts(connections) {
  const milliseconds = [];
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const before = process.cpuUsage();
  const begunAt = performance.now();
  const end = begunAt + 1_000 * seconds;
  delay.enable();
  const connection = async () => {
    while (performance.now() < end) {
      const value = Buffer.from(notification());
      const sentAt = performance.now();
      const { status } = await handler({ method: "POST", authorization, body: { kind: "read", value } });
      if (status !== 200) throw new Error(`Cannot measure: answered ${status}`);
      milliseconds.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  delay.disable();
  const { user, system } = process.cpuUsage(before);
  milliseconds.sort((a, b) => a - b);
  const at = (part) => milliseconds[Math.floor(part * milliseconds.length)];
  return {
    connections,
    perSecond: milliseconds.length / ((performance.now() - begunAt) / 1_000),
    p50: at(0.5),
    p99: at(0.99),
    microseconds: (user + system) / milliseconds.length,
    blocked: delay.percentile(99.9) / 1e6,
  };
}

/** A sender at its full pace, and handlers of 300 ms. */
async function endToEnd(total) {
  const server = await startWebhookServer({ port: 0, handler });
  const emulator = await createEmulator();
  let handled = 0;
  let finish;
  const finished = new Promise((resolve) => (finish = resolve));
  const prefix = `E${process.pid}-`;
  await inbox.work(async (_parsed, { idMessage = "" }) => {
    if (!idMessage.startsWith(prefix)) return;
    await pause(300);
    handled++;
    if (handled === total) finish();
  });
  while ((await inbox.stats()).waiting > 0) await pause(50);
  const { idInstance } = emulator.addInstance({ settings: { ...allFlagsOn, webhookUrl: server.url, webhookUrlToken: token } });
  const begunAt = performance.now();
  for (let index = 0; index < total; index++)
    emulator.notify(idInstance, { ...JSON.parse(notification()), idMessage: `${prefix}${index}` });
  await finished;
  const perSecond = total / ((performance.now() - begunAt) / 1_000);
  const milliseconds = emulator.attempts.map(({ durationMilliseconds }) => durationMilliseconds).sort((a, b) => a - b);
  const refused = emulator.attempts.filter(({ status }) => status !== 200).length;
  await emulator.close();
  await server.close();
  return { perSecond, p50: milliseconds[Math.floor(0.5 * total)], p99: milliseconds[Math.floor(0.99 * total)], refused };
}

await puts(50);
const samples = [];
for (let round = 0; round < rounds; round++) {
  samples.push({ flushes: flushesPerSecond(), rows: [await puts(1), await puts(16), await puts(50)] });
}
const figures = { samples, endToEnd: await endToEnd(100 * seconds) };
await inbox.close();
rmSync(folder, { recursive: true, force: true });
process.stdout.write(JSON.stringify(figures));
