import { createWebhookHandler } from "@greenhook/core";
import { allFlagsOn, createEmulator } from "@greenhook/emulator";
import { createInbox } from "@greenhook/inbox";
import { startWebhookServer } from "@greenhook/node";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { numberedText } from "../../inbox/programs/numbered-text.mjs";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const total = 750;
const handlerMilliseconds = 300;

test("a sender at its full pace, and handlers of 300 ms: nothing is refused, and the handlers keep up with it", async () => {
  const inbox = createInbox({ path: join(temporaryFolder(), "inbox.db") });
  const handler = createWebhookHandler({ token: "secret", deliver: inbox });
  const server = await startWebhookServer({ port: 0, handler });
  const emulator = await createEmulator();
  onTestFinished(async () => {
    await emulator.close();
    await server.close();
    await inbox.close();
  });
  let handled = 0;
  await inbox.work(async () => {
    await pause(handlerMilliseconds);
    handled += 1;
  });
  const { idInstance } = emulator.addInstance({ settings: { ...allFlagsOn, webhookUrl: server.url, webhookUrlToken: "secret" } });
  const begunAt = performance.now();
  for (let number = 0; number < total; number += 1) emulator.notify(idInstance, JSON.parse(numberedText("N", number, 250)) as object);
  await expect.poll(() => handled, { timeout: 300_000, interval: 20 }).toBe(total);
  const seconds = (performance.now() - begunAt) / 1_000;
  const attempts = emulator.attempts.map(({ status }) => status);
  expect(attempts).toEqual(Array.from({ length: total }, () => 200));
  const responseMilliseconds = emulator.attempts.map(({ durationMilliseconds }) => durationMilliseconds).sort((a, b) => a - b);
  const at = (part: number): number | undefined => responseMilliseconds[Math.floor(part * total)];
  console.log(`${(total / seconds).toFixed(1)} a second, acknowledged after ${at(0.5)} ms in the median and ${at(0.99)} ms at p99`);
  // One after another, as without an inbox, is a third of a second each.
  expect(seconds).toBeLessThan((total * handlerMilliseconds) / 1_000 / 3);
});
