import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { respondingServer } from "../../support/responding-server.ts";
import { emulatedInstance } from "../../support/emulated-instance.ts";
import { textMessage } from "../../support/notifications.ts";
import { exchange, post } from "../../support/raw-http.ts";
import { runGreenhook } from "../../support/run-greenhook.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

// What cannot take less than a second, since GREEN-API's own rates and delays are waited for.

test("settings apply makes them as a file says, and waits until they hold", async () => {
  const { env } = await emulatedInstance();
  const file = join(temporaryFolder(), "settings.json");
  writeFileSync(file, '{"webhookUrl":"https://example.com/hook","webhookUrlToken":"secret"}');
  const running = runGreenhook(["settings", "apply", file], { env });
  expect(await running.ended).toBe(0);
  expect(running.printed()).toMatch(/^webhookUrl {2}"" → https:\/\/example.com\/hook\nwebhookUrlToken {2}"" → \*\*\*\n/);
  expect(running.printed()).toContain("Settings applied");
});

test("qr ends once the instance is authorised", async () => {
  const { emulator, env, idInstance } = await emulatedInstance({ stateInstance: "notAuthorized" });
  const running = runGreenhook(["qr"], { env });
  await running.until(/Scan it/);
  emulator.setState(idInstance, "authorized");
  expect(await running.ended).toBe(0);
  expect(running.printed()).toContain("The instance is authorised");
});

test("doctor finds a queue that grows", async () => {
  const { emulator, env, idInstance } = await emulatedInstance();
  const timer = setInterval(() => emulator.notify(idInstance, textMessage(), { verbatim: true }), 20);
  const running = runGreenhook(["doctor", "--watch", "1", "--no-delivery"], { env });
  await running.ended;
  clearInterval(timer);
  expect(running.printed()).toMatch(/^fault +queue .*growing/m);
});

test("doctor finds a slow receiver", async () => {
  const { url } = await respondingServer((_, response) => setTimeout(() => response.end(), 1_050));
  const { env } = await emulatedInstance({ settings: { webhookUrl: url, webhookUrlToken: "secret" } });
  const running = runGreenhook(["doctor", "--watch", "0"], { env });
  expect(await running.ended).toBe(2);
  expect(running.printed()).toMatch(/^fault +delivery .*only after/m);
});

test("listen answers 1,000 deliveries over 50 connections with 200", async () => {
  const running = runGreenhook(["listen", "--port", "0", "--token", "secret"], { cwd: temporaryFolder() });
  const [, port] = await running.until(/Receiving at http:\/\/127\.0\.0\.1:(\d+)/);
  await running.until(/Waiting for more/);
  const connections = Array.from({ length: 50 }, (_, connection) => {
    const bytes = Array.from({ length: 20 }, (__, index) => post(JSON.stringify(textMessage("Hello", `ID${connection}-${index}`))));
    return exchange(Number(port), bytes, { responses: 20, milliseconds: 60_000 });
  });
  const statuses = (await Promise.all(connections)).flatMap(({ responses }) => responses.map(({ status }) => status));
  expect(statuses).toEqual(Array.from({ length: 1000 }, () => 200));
});
