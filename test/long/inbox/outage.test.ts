import { inboxOver, type WorkOptions } from "@greenhook/inbox";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { sqliteEngine, type SqliteEngine } from "../../../packages/inbox/dist/sqlite/sqlite-engine.js";
import { numberedText } from "../../inbox/programs/numbered-text.mjs";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { deliverText } from "./stored.ts";

const minute = 60_000;
const chats = 20;
const perChat = 10;
const patience = { timeout: 300_000, interval: 20 };

test("24 hours without the user's database, with restarts and a crash: all is delivered, in order per chat, and nothing is dead", async () => {
  const path = join(temporaryFolder(), "inbox.db");
  const clockOffset = new Float64Array(new SharedArrayBuffer(8));
  let engine: SqliteEngine;
  const open = () => {
    engine = sqliteEngine({ path, clockOffset, times: { leaseMilliseconds: 2_000, beatMilliseconds: 200 } });
    return inboxOver(engine);
  };
  let inbox = open();
  onTestFinished(() => inbox.close());
  let isUp = false;
  let failures = 0;
  const delivered = new Map<number, number[]>();
  const handle = (_parsed: unknown, { idMessage = "" }: { readonly idMessage?: string }): void => {
    if (!isUp) throw new Error("The database is away");
    const number = Number(idMessage.slice(2));
    delivered.set(number % chats, [...(delivered.get(number % chats) ?? []), number]);
  };
  // The times are those that everybody has.
  const options: WorkOptions = {
    logger: false,
    // Reported once it is stored, with its due time.
    onOutcome: ({ outcome }) => outcome === "failed" && (failures += 1),
  };
  const store = async (from: number, to: number): Promise<void> => {
    await Promise.all(Array.from({ length: to - from }, (_, index) => deliverText(inbox, numberedText("N", from + index, chats))));
  };
  await store(0, chats);
  await inbox.work(handle, options);
  await expect.poll(() => failures, patience).toBeGreaterThanOrEqual(chats);

  const steps = 95;
  for (let step = 0; step < steps; step += 1) {
    if (step < perChat - 1) await store((step + 1) * chats, (step + 2) * chats);
    if (step === 30) {
      await inbox.close({ graceMilliseconds: 1_000 });
      inbox = open();
      await inbox.work(handle, options);
    } else if (step === 60) {
      await engine!.crash();
      inbox = open();
      await inbox.work(handle, options);
    }
    const before = failures;
    clockOffset[0] = (clockOffset[0] ?? 0) + 15 * minute;
    // No pause is longer than five minutes: the first of each chat is due.
    await expect.poll(() => failures - before, patience).toBeGreaterThanOrEqual(chats);
  }
  isUp = true;
  clockOffset[0] = (clockOffset[0] ?? 0) + 10 * minute;
  await expect.poll(async () => (await inbox.stats()).done, patience).toBe(chats * perChat);
  expect((await inbox.stats()).dead).toBe(0);
  for (let chat = 0; chat < chats; chat += 1)
    expect(delivered.get(chat)).toEqual(Array.from({ length: perChat }, (_, index) => index * chats + chat));
});
