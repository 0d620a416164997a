import { createReceiver } from "@greenhook/core";
import { createInbox } from "@greenhook/inbox";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { callGreenhook } from "../../support/call-greenhook.ts";
import { emulatedInstance } from "../../support/emulated-instance.ts";
import { textMessage } from "../../support/notifications.ts";
import { runGreenhook } from "../../support/run-greenhook.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

test("listen --inbox stores, responds, prints from the inbox, and shows it in the inspector", { timeout: 60_000 }, async () => {
  const cwd = temporaryFolder();
  const path = join(cwd, "inbox.db");
  const running = runGreenhook(["listen", "--inbox", path, "--port", "0", "--inspector", "0", "--token", "secret"], { cwd });
  const [, url = ""] = await running.until(/Receiving at (\S+)/);
  const [, page = "", key = ""] = await running.until(/Inspector at (\S+)#(\S+)/);
  const headers = { authorization: "Bearer secret" };
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(textMessage("Hello from the inbox")) });
  expect(await response.json()).toEqual({ ok: true, outcome: "stored" });
  await running.until(/200 {2}stored {2}incomingMessageReceived .*Hello from the inbox/);
  await running.until(/inbox {2}incomingMessageReceived .*Hello from the inbox/);
  const shown = await fetch(new URL("/api/inbox", page), { headers: { "x-greenhook-key": key } });
  expect(await shown.json()).toMatchObject({ dead: 0 });
  running.child.kill("SIGTERM");
  expect(await running.ended).toBe(0);
  const inbox = createInbox({ path, mustExist: true });
  onTestFinished(() => inbox.close());
  expect(await inbox.stats()).toMatchObject({ waiting: 0, done: 1, dead: 0 });
});

test("doctor and reconcile find what the inbox missed of an instance's journals, and store it", { timeout: 60_000 }, async () => {
  const { emulator, env, idInstance } = await emulatedInstance();
  const path = join(temporaryFolder(), "inbox.db");
  const inbox = createInbox({ path });
  onTestFinished(() => inbox.close());
  const receiver = createReceiver({ deliver: inbox });
  const now = Math.floor(Date.now() / 1_000);
  for (const [index, id] of ["A", "B", "C"].entries()) {
    const message = { ...textMessage("Hello", id), timestamp: now - 3_600 * (4 - index) };
    emulator.notify(idInstance, message);
    if (id === "B")
      await receiver.receive({ body: { kind: "value", value: { ...message, instanceData: { idInstance } } }, source: "webhook" });
  }
  const reconcile = (...args: string[]) => callGreenhook(["reconcile", "--since", "26h", "--inbox", path, ...args], env);
  const dry = await reconcile("--dry-run");
  expect(dry).toMatchObject({ code: 2, printed: expect.stringContaining("2 missing, 1 known") as string });
  expect(dry.printed).toMatch(
    /^\S+Z {2}incomingMessageReceived {2}textMessage {2}A\n\S+Z {2}incomingMessageReceived {2}textMessage {2}C\n/m,
  );
  expect(await reconcile()).toMatchObject({ code: 0, printed: expect.stringContaining("2 stored, 1 known") as string });
  expect((await inbox.items.list()).map(({ origin }) => origin)).toEqual(["webhook", "journal", "journal"]);
  const doctor = await callGreenhook(["doctor", "--watch", "0", "--no-delivery", "--json", "--inbox", path], env);
  expect(doctor.printed).toMatch(/"check":"inbox"/);
  expect(doctor.printed).toMatch(/\{"check":"journals","result":"ok"/);
});
