import type { SettingsInput } from "@greenhook/core/api";
import { allFlagsOn, createEmulator } from "@greenhook/emulator";
import { describe, expect, test } from "vitest";
import { textMessage } from "../support/notifications.ts";
import { startReceiver } from "./receiver.ts";
import { startEmulator } from "./start-emulator.ts";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

const delivering = (webhookUrl: string, more: SettingsInput = {}): { settings: SettingsInput } => ({
  settings: { ...allFlagsOn, webhookUrl, ...more },
});

const message = (id: string): ReturnType<typeof textMessage> => textMessage("Hello", id);

describe("createEmulator() delivers", () => {
  test("one at a time, in order, about 50 a second", async () => {
    const { clock, emulator } = await startEmulator();
    const receiver = await startReceiver();
    const { idInstance } = emulator.addInstance(delivering(receiver.url));
    let inFlight = 0;
    let most = 0;
    receiver.respond = async () => {
      most = Math.max(most, ++inFlight);
      await new Promise((resolve) => setTimeout(resolve, 2));
      inFlight--;
      return 200;
    };
    for (let index = 0; index < 60; index++) emulator.notify(idInstance, message(`M${index}`));
    await clock.advance(second - 1);
    expect(receiver.ids()).toEqual(Array.from({ length: 50 }, (_, index) => `M${index}`));
    expect(most).toBe(1);
    expect(emulator.waiting(idInstance)).toBe(10);
    await clock.advance(second);
    expect(receiver.received).toHaveLength(60);
  });

  test("retries after 60 s after a 500, and holds up that instance and no other", async () => {
    const { clock, emulator } = await startEmulator();
    const receiver = await startReceiver();
    const failing = emulator.addInstance(delivering(`${receiver.url}a`)).idInstance;
    const other = emulator.addInstance(delivering(`${receiver.url}b`, {})).idInstance;
    let broken = true;
    receiver.respond = ({ body }) => (broken && body.includes('"A1"') ? 500 : 200);
    for (const id of ["A1", "A2"]) emulator.notify(failing, message(id));
    for (const id of ["B1", "B2"]) emulator.notify(other, message(id));

    await clock.advance(minute - 1);
    expect(receiver.ids().sort()).toEqual(["A1", "B1", "B2"]);
    await clock.advance(1);
    expect(emulator.attempts.filter(({ idInstance }) => idInstance === failing).map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, 500],
      [2, 500],
    ]);
    broken = false;
    await clock.advance(minute + 20);
    expect(receiver.ids().slice(-2)).toEqual(["A1", "A2"]);
  });

  test("drops a notification after 24 h without success, and delivers the next ones", async () => {
    const dropped: object[] = [];
    const { clock, emulator } = await startEmulator({ onDropped: (_, notification) => dropped.push(notification as object) });
    const receiver = await startReceiver();
    receiver.respond = ({ body }) => (body.includes('"POISON"') ? 500 : 200);
    const { idInstance } = emulator.addInstance(delivering(receiver.url));
    emulator.notify(idInstance, message("POISON"));
    await clock.advance(23 * hour);
    emulator.notify(idInstance, message("NEXT"));
    await clock.advance(hour - 1);
    expect(receiver.ids()).not.toContain("NEXT");
    expect(receiver.received).toHaveLength(1_440);
    await clock.advance(minute);
    expect(receiver.ids().at(-1)).toBe("NEXT");
    expect(receiver.received).toHaveLength(1_441);
    expect(dropped).toMatchObject([{ idMessage: "POISON" }]);
    expect(emulator.waiting(idInstance)).toBe(0);
  });

  test.each([201, 202, 204, 302, 400, 401, 503])("retries after the status %i", async (status) => {
    const { clock, emulator } = await startEmulator();
    const receiver = await startReceiver();
    receiver.respond = () => (receiver.received.length === 1 ? status : 200);
    const { idInstance } = emulator.addInstance(delivering(receiver.url));
    emulator.notify(idInstance, message("M1"));
    await clock.advance(minute);
    expect(receiver.ids()).toEqual(["M1", "M1"]);
    expect(receiver.received[0]?.body).toBe(receiver.received[1]?.body);
    expect(emulator.attempts.map(({ delivered }) => delivered)).toEqual([false, true]);
  });

  test("waits 180 s for a response, then pauses 60 s", async () => {
    const { clock, emulator } = await startEmulator({ patienceMilliseconds: 30 });
    const receiver = await startReceiver();
    receiver.respond = () => undefined;
    const { idInstance } = emulator.addInstance(delivering(receiver.url));
    emulator.notify(idInstance, message("M1"));
    await clock.advance(180 * second - 1);
    expect(emulator.attempts).toEqual([]);
    await clock.advance(60 * second);
    expect(emulator.attempts).toMatchObject([{ attempt: 1, error: "TIMEOUT", durationMilliseconds: 180_000, delivered: false }]);
    receiver.respond = () => 200;
    await clock.advance(1);
    expect(receiver.ids()).toEqual(["M1", "M1"]);
    expect(emulator.waiting(idInstance)).toBe(0);
  });

  test("retries after a response that was late on a slow network", async () => {
    const { clock, emulator } = await startEmulator();
    const receiver = await startReceiver();
    const { idInstance } = emulator.addInstance(delivering(receiver.url));
    emulator.setLatency(idInstance, 200 * second);
    emulator.notify(idInstance, message("M1"));
    await clock.advance(200 * second);
    emulator.setLatency(idInstance, 2 * second);
    await clock.advance(42 * second);
    expect(receiver.ids()).toEqual(["M1", "M1"]);
    expect(emulator.attempts.map(({ error, status, durationMilliseconds }) => [error ?? status, durationMilliseconds])).toEqual([
      ["TIMEOUT", 180_000],
      [200, 2_000],
    ]);
  });

  test("retries where no server listens, and for an invalid webhookUrl", async () => {
    const { clock, emulator } = await startEmulator();
    const { idInstance } = emulator.addInstance(delivering("http://127.0.0.1:1/"));
    const wrong = emulator.addInstance(delivering("no address")).idInstance;
    emulator.notify(idInstance, message("M1"));
    emulator.notify(wrong, message("M2"));
    await clock.advance(minute);
    expect(emulator.attempts.filter((attempt) => attempt.idInstance === idInstance)).toMatchObject([
      { error: "ECONNREFUSED", attempt: 1 },
      { error: "ECONNREFUSED", attempt: 2 },
    ]);
    expect(emulator.attempts.filter((attempt) => attempt.idInstance === wrong)).toMatchObject([{ error: "ERR_INVALID_URL" }, {}]);
  });

  test.each([
    ["", undefined],
    ["secret", "Bearer secret"],
    ["Bearer secret", "Bearer secret"],
    ["Basic dXNlcjpwYXNz", "Basic dXNlcjpwYXNz"],
  ])("with webhookUrlToken %j as Authorization %j", async (webhookUrlToken, authorization) => {
    const { clock, emulator } = await startEmulator();
    const receiver = await startReceiver();
    const { idInstance } = emulator.addInstance(delivering(`${receiver.url}?key=1`, { webhookUrlToken }));
    emulator.notify(idInstance, message("M1"));
    await clock.advance(0);
    expect(receiver.received).toMatchObject([
      { method: "POST", path: "/green-api/webhook/?key=1", headers: { "content-type": "application/json; charset=utf-8" } },
    ]);
    expect(receiver.received[0]?.headers.authorization).toBe(authorization);
    expect(JSON.parse(receiver.received[0]?.body ?? "")).toMatchObject({ idMessage: "M1", instanceData: { idInstance } });
  });

  test("a string as it is, JSON or not", async () => {
    const { clock, emulator } = await startEmulator();
    const receiver = await startReceiver();
    const { idInstance } = emulator.addInstance({ settings: { webhookUrl: receiver.url } });
    emulator.notify(idInstance, "{not JSON");
    await clock.advance(0);
    expect(receiver.received.map(({ body }) => body)).toEqual(["{not JSON"]);
  });

  test("on the computer's own time too, and close() ends a hanging delivery", async () => {
    const emulator = await createEmulator({ times: { retryPauseMilliseconds: 20 } });
    const receiver = await startReceiver();
    receiver.respond = () => (receiver.received.length === 1 ? 500 : receiver.received.length === 2 ? 200 : undefined);
    const { idInstance } = emulator.addInstance(delivering(receiver.url));
    for (const id of ["M1", "M2"]) emulator.notify(idInstance, message(id));
    await expect.poll(() => receiver.ids()).toEqual(["M1", "M1", "M2"]);
    await emulator.close();
    await emulator.close();
  });
});
