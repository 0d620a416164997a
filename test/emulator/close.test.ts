import { createEmulator, allFlagsOn } from "@greenhook/emulator";
import { textMessage } from "@greenhook/emulator/notifications";
import { describe, expect, test } from "vitest";
import { startReceiver } from "./receiver.ts";
import { callApi } from "./start-emulator.ts";

describe("close()", () => {
  test("ends a long poll, a hanging delivery, a pause and a restart, at once", async () => {
    const emulator = await createEmulator();
    const receiver = await startReceiver();
    receiver.respond = ({ path }) => (path === "/hangs" ? undefined : 500);
    const origin = new URL(receiver.url).origin;
    const hanging = emulator.addInstance({ settings: { ...allFlagsOn, webhookUrl: `${origin}/hangs` } });
    const failing = emulator.addInstance({ settings: { ...allFlagsOn, webhookUrl: `${origin}/fails` } });
    const polled = emulator.addInstance({ settings: allFlagsOn });
    for (const { idInstance } of [hanging, failing]) emulator.notify(idInstance, textMessage());
    await expect.poll(() => receiver.received.length).toBe(2);
    const poll = callApi(polled, "GET", "receiveNotification").catch(() => "refused");
    await callApi(failing, "GET", "reboot");

    const began = Date.now();
    await emulator.close();
    expect(Date.now() - began).toBeLessThan(200);
    await poll;
    await expect(callApi(polled, "GET", "getSettings")).rejects.toThrow("fetch failed");
    expect(receiver.received).toHaveLength(2);
    expect(emulator.attempts.map(({ status }) => status)).toEqual([500]);
  });

  test("notify() throws for a value that isn't JSON, and the queue still works", async () => {
    const emulator = await createEmulator();
    const { idInstance } = emulator.addInstance();
    expect(() => emulator.notify(idInstance, { big: 1n })).toThrow(TypeError);
    expect(emulator.notify(idInstance, { typeWebhook: "somethingNew" })).toBe(true);
    expect(emulator.waiting(idInstance)).toBe(1);
    expect(() => emulator.notify(1, {})).toThrow('Cannot find instance "1": it was not added');
    expect(() => emulator.addInstance({ idInstance })).toThrow(`Cannot add instance "${idInstance}": there is one already`);
    await emulator.close();
  });
});
