import { createDispatcher, createWebhookHandler, textOf, withoutDuplicates } from "@greenhook/core";
import {
  ApiAuthorizationError,
  ApiQuotaError,
  ApiWebhookUrlSetError,
  applySettings,
  ApiRateLimitError,
  createApiClient,
  pollNotifications,
  requiredSettings,
  SettingsNotAppliedError,
  waitForState,
  type ApiClient,
} from "@greenhook/core/api";
import { allFlagsOn, createEmulator, duplicate, type Emulator, type EmulatorTimes, type InstanceAccess } from "@greenhook/emulator";
import { textMessage } from "@greenhook/emulator/notifications";
import { startWebhookServer } from "@greenhook/node";
import { describe, expect, onTestFinished, test } from "vitest";
import { startEmulator } from "./start-emulator.ts";

async function start(times: Partial<EmulatorTimes> = {}): Promise<Emulator> {
  const emulator = await createEmulator({ rateLimits: false, times });
  onTestFinished(() => emulator.close());
  return emulator;
}

/** A client that makes as many calls as it likes. */
const clientOf = (instance: InstanceAccess): ApiClient =>
  createApiClient({ ...instance, callsPerSecond: Object.fromEntries(methods.map((method) => [method, 1_000])) });

const methods = ["getSettings", "getStateInstance", "clearWebhooksQueue", "reboot"];

describe("our API client against the emulator", () => {
  test("applySettings() waits out the restart and the time until the new values show", async () => {
    const emulator = await start({ restartMilliseconds: 200, settingsTakeEffectMilliseconds: 200, settingsReadBackMilliseconds: 100 });
    const client = clientOf(emulator.addInstance());
    const steps: string[] = [];
    const wanted = { ...requiredSettings(createDispatcher().onText(() => {})), webhookUrlToken: "secret" };
    const applied = await applySettings(client, wanted, { intervalMilliseconds: 40, onProgress: ({ step }) => steps.push(step) });
    expect(applied).toMatchObject({ wrote: true, settings: { incomingWebhook: "yes", webhookUrlToken: "secret" } });
    expect([...new Set(steps)]).toEqual(["writing", "different", "starting", "done"]);
    expect(await applySettings(client, wanted)).toMatchObject({ wrote: false });
  });

  test("applySettings() rejects if settings were lost", async () => {
    const emulator = await start({ restartMilliseconds: 20, settingsTakeEffectMilliseconds: 20 });
    const instance = emulator.addInstance();
    emulator.loseNextSettings(instance.idInstance);
    const lost = applySettings(clientOf(instance), { incomingWebhook: true }, { intervalMilliseconds: 20, timeoutMilliseconds: 200 });
    await expect(lost).rejects.toThrow(SettingsNotAppliedError);
  });

  test("waitForState() sees the restart end", async () => {
    const emulator = await start({ restartMilliseconds: 100 });
    const client = clientOf(emulator.addInstance());
    await client.reboot();
    const states: unknown[] = [];
    await waitForState(client, "authorized", { intervalMilliseconds: 20, onState: (state) => states.push(state) });
    expect(states[0]).toBe("starting");
  });

  test("pollNotifications() takes each notification from the queue once, in order", async () => {
    const emulator = await start();
    const instance = emulator.addInstance({ settings: allFlagsOn });
    for (const text of ["A", "B", "C"]) emulator.play(instance.idInstance, duplicate(textMessage({ text }), 0));
    const texts: string[] = [];
    const deliver = withoutDuplicates(createDispatcher().onText((_, text) => void texts.push(text)));
    const stop = new AbortController();
    const polling = pollNotifications({ client: clientOf(instance), deliver, signal: stop.signal });
    await expect.poll(() => emulator.waiting(instance.idInstance)).toBe(0);
    stop.abort();
    await polling;
    expect(texts).toEqual(["A", "B", "C"]);
  });

  test("each error response becomes its error class", async () => {
    const emulator = await start();
    const instance = emulator.addInstance({ settings: { webhookUrl: "http://127.0.0.1:1/" } });
    const client = clientOf(instance);
    await expect(client.receiveNotification()).rejects.toThrow(ApiWebhookUrlSetError);
    await expect(createApiClient({ ...instance, apiTokenInstance: "wrong" }).getSettings()).rejects.toThrow(ApiAuthorizationError);
    emulator.failNext(instance.idInstance, "sendMessage", 466);
    await expect(client.sendMessage({ chatId: "79000000001@c.us", message: "Hello" })).rejects.toThrow(ApiQuotaError);
    emulator.failNext(instance.idInstance, "getSettings", 502);
    await expect(client.getSettings()).resolves.toMatchObject({ typeInstance: "whatsapp" });
    await expect(client.sendMessage({ chatId: "79000000001@c.us", message: "Hello" })).resolves.toEqual({ idMessage: expect.any(String) });
    await expect(client.clearWebhooksQueue()).resolves.toMatchObject({ isCleared: true });
    await expect(client.clearWebhooksQueue()).rejects.toThrow(ApiRateLimitError);
  });

  test("a bot that replies in its handler receives the echo and the statuses of its reply once", async () => {
    const { clock, emulator } = await startEmulator();
    let client: ApiClient | undefined;
    const lines: string[] = [];
    const dispatcher = createDispatcher()
      .onText(async ({ senderData }, text) => {
        lines.push(text);
        await client?.sendMessage({ chatId: senderData.chatId, message: `You said ${text}` });
      })
      .on("outgoingAPIMessageReceived", (notification) => void lines.push(`sent: ${textOf(notification)}`))
      .on("outgoingMessageStatus", ({ status }) => void lines.push(status));
    const handler = createWebhookHandler({ token: "secret", deliver: dispatcher });
    const server = await startWebhookServer({ handler, host: "127.0.0.1", port: 0 });
    onTestFinished(() => server.close());
    const instance = emulator.addInstance({ settings: { ...allFlagsOn, webhookUrl: server.url, webhookUrlToken: "secret" } });
    client = clientOf(instance);
    emulator.notify(instance.idInstance, textMessage({ text: "hello" }));
    await clock.advance(3_000);
    expect(lines).toEqual(["hello", "sent: You said hello", "sent", "delivered"]);
  });
});
