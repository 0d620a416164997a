import { allFlagsOn } from "@greenhook/emulator";
import { textMessage } from "@greenhook/emulator/notifications";
import { describe, expect, test } from "vitest";
import { startReceiver } from "./receiver.ts";
import { callApi, startEmulator } from "./start-emulator.ts";

describe("createEmulator() settings", () => {
  test("a new instance has every flag off, and the keys of its messenger", async () => {
    const { emulator } = await startEmulator();
    const { json } = await callApi(emulator.addInstance(), "GET", "getSettings");
    expect(json).toMatchObject({ wid: "79000000000@c.us", typeInstance: "whatsapp", webhookUrl: "", incomingWebhook: "no" });
    expect(Object.keys(json as object).length).toBeGreaterThanOrEqual(28);
    const max = await callApi(emulator.addInstance({ typeInstance: "v3" }), "GET", "getSettings");
    expect(max.json).toMatchObject({ typeInstance: "v3", downloadUrlJpeg: "no" });
    expect(max.json).not.toHaveProperty("keepOnlineStatus");
  });

  test("setSettings restarts the instance; the settings take effect later; only notifications whose flags are on are queued", async () => {
    const { clock, emulator } = await startEmulator({
      times: { settingsTakeEffectMilliseconds: 300_000, settingsReadBackMilliseconds: 60_000 },
    });
    const receiver = await startReceiver();
    const instance = emulator.addInstance({ settings: { stateWebhook: "yes" } });
    const { idInstance } = instance;
    expect(emulator.notify(idInstance, textMessage())).toBe(false);
    const response = await callApi(instance, "POST", "setSettings", {
      body: { webhookUrl: receiver.url, incomingWebhook: "yes", someNewKey: "yes" },
    });
    expect(response.json).toEqual({ saveSettings: true });
    expect((await callApi(instance, "GET", "getStateInstance")).json).toEqual({ stateInstance: "starting" });
    expect((await callApi(instance, "GET", "getSettings")).json).toMatchObject({ webhookUrl: "", incomingWebhook: "no" });

    await clock.advance(10_000);
    expect((await callApi(instance, "GET", "getStateInstance")).json).toEqual({ stateInstance: "authorized" });
    expect(receiver.received).toEqual([]);
    await clock.advance(50_000);
    const { json } = await callApi(instance, "GET", "getSettings");
    expect(json).toMatchObject({ webhookUrl: receiver.url, incomingWebhook: "yes" });
    expect(json).not.toHaveProperty("someNewKey");
    expect(emulator.notify(idInstance, textMessage())).toBe(false);

    await clock.advance(240_000);
    expect(emulator.notify(idInstance, textMessage())).toBe(true);
    await clock.advance(1_000);
    expect(receiver.received.map(({ body }) => JSON.parse(body) as object)).toMatchObject([
      { typeWebhook: "stateInstanceChanged", stateInstance: "starting", instanceData: { idInstance } },
      { typeWebhook: "stateInstanceChanged", stateInstance: "authorized" },
      { typeWebhook: "incomingMessageReceived" },
    ]);
  });

  test("nothing is delivered while the instance starts, and a restart ends the pause", async () => {
    const { clock, emulator } = await startEmulator();
    const receiver = await startReceiver();
    receiver.respond = () => (receiver.received.length === 1 ? 500 : 200);
    const instance = emulator.addInstance({ settings: { incomingWebhook: "yes", webhookUrl: receiver.url } });
    emulator.notify(instance.idInstance, textMessage());
    await clock.advance(1_000);
    await callApi(instance, "GET", "reboot");
    await clock.advance(9_999);
    expect(receiver.received).toHaveLength(1);
    await clock.advance(1);
    expect(receiver.received).toHaveLength(2);
  });

  test("loseNextSettings(): acknowledged, restarted, and never stored", async () => {
    const { clock, emulator } = await startEmulator();
    const instance = emulator.addInstance();
    emulator.loseNextSettings(instance.idInstance);
    expect((await callApi(instance, "POST", "setSettings", { body: { incomingWebhook: "yes" } })).json).toEqual({ saveSettings: true });
    await clock.advance(600_000);
    expect((await callApi(instance, "GET", "getSettings")).json).toMatchObject({ incomingWebhook: "no" });
  });

  test("setSettings is refused while starting, and for invalid values", async () => {
    const { clock, emulator } = await startEmulator();
    const instance = emulator.addInstance();
    for (const body of [
      {},
      { incomingWebhook: true },
      { incomingWebhook: "maybe" },
      { webhookUrl: 1 },
      { delaySendMessagesMilliseconds: "1" },
    ]) {
      expect(await callApi(instance, "POST", "setSettings", { body })).toMatchObject({ status: 400, json: { statusCode: 400 } });
      await clock.advance(1_000);
    }
    await callApi(instance, "GET", "reboot");
    const response = await callApi(instance, "POST", "setSettings", { body: { incomingWebhook: "yes" } });
    expect(response).toMatchObject({ status: 400, json: { message: "instance in starting process try later" } });
  });

  test("without a webhookUrl notifications wait, and are delivered once there is one", async () => {
    const { clock, emulator } = await startEmulator();
    const receiver = await startReceiver();
    const instance = emulator.addInstance({ settings: allFlagsOn });
    emulator.notify(instance.idInstance, textMessage({ text: "early" }));
    await clock.advance(23 * 60 * 60 * 1_000);
    await callApi(instance, "POST", "setSettings", { body: { webhookUrl: receiver.url } });
    await clock.advance(15_000);
    expect(receiver.received[0]?.body).toContain("early");
  });

  test("logout, qr and a new login", async () => {
    const { clock, emulator } = await startEmulator();
    const instance = emulator.addInstance({ settings: { stateWebhook: "yes" } });
    expect((await callApi(instance, "GET", "qr")).json).toEqual({ type: "alreadyLogged", message: expect.any(String) as string });
    expect((await callApi(instance, "GET", "logout")).json).toEqual({ isLogout: true });
    const { message } = (await callApi(instance, "GET", "qr")).json as { message: string };
    expect(Buffer.from(message, "base64").subarray(1, 4).toString()).toBe("PNG");
    expect((await callApi(instance, "GET", "getSettings")).json).toMatchObject({ wid: "" });
    emulator.setState(instance.idInstance, "authorized");
    await clock.advance(1_000);
    expect((await callApi(instance, "GET", "getStateInstance")).json).toEqual({ stateInstance: "authorized" });
    expect(emulator.waiting(instance.idInstance)).toBe(2);
  });
});
