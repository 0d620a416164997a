import { allFlagsOn } from "@greenhook/emulator";
import { textMessage } from "@greenhook/emulator/notifications";
import { describe, expect, test } from "vitest";
import { callApi, startEmulator } from "./start-emulator.ts";

describe("createEmulator() refuses calls as GREEN-API does", () => {
  test("a wrong token: 401, an empty body of type JSON, and it counts for the rate limit", async () => {
    const { emulator } = await startEmulator();
    const instance = emulator.addInstance();
    const wrong = { ...instance, apiTokenInstance: "wrong" };
    const response = await callApi(wrong, "GET", "getStateInstance");
    expect(response).toMatchObject({ status: 401, text: "" });
    expect(response.headers.get("content-type")).toBe("application/json");
    expect((await callApi(wrong, "GET", "getStateInstance")).status).toBe(429);
    expect((await callApi(instance, "GET", "getStateInstance")).status).toBe(429);
  });

  test("an unknown instance: 403 in HTML, without the headers for web pages", async () => {
    const { emulator } = await startEmulator();
    const instance = emulator.addInstance();
    for (const idInstance of [1101000999, "abc" as unknown as number]) {
      const response = await callApi({ ...instance, idInstance }, "GET", "getSettings");
      expect(response).toMatchObject({ status: 403 });
      expect(response.text).toContain("<h1>403 Forbidden</h1>");
      expect(response.headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  test("a wrong verb or method: 404, and the path with the token in it", async () => {
    const { emulator } = await startEmulator();
    const instance = emulator.addInstance();
    for (const [verb, method] of [
      ["POST", "getSettings"],
      ["GET", "deleteNotification"],
      ["GET", "noSuchMethod"],
    ] as const) {
      const { status, json } = await callApi(instance, verb, method);
      expect(status).toBe(404);
      expect(json).toMatchObject({ statusCode: 404, path: expect.stringContaining(instance.apiTokenInstance) as string });
      expect((json as { message: string }).message).toMatch(new RegExp(`^Cannot ${verb} /waInstance`));
    }
  });

  test("a body that isn't JSON: 400; one that is too long: 500", async () => {
    const { emulator } = await startEmulator();
    const instance = emulator.addInstance();
    expect(await callApi(instance, "POST", "sendMessage", { body: "{" })).toMatchObject({
      status: 400,
      json: { message: expect.stringMatching(/JSON/) as string },
    });
    expect(await callApi(instance, "POST", "sendMessage", { body: "[]" })).toMatchObject({ status: 400 });
    expect(await callApi(instance, "POST", "sendMessage", { body: "x".repeat(200_000) })).toMatchObject({
      status: 500,
      json: { message: "request entity too large" },
    });
  });

  test("above the rate limit: 429, empty; a second later calls succeed again; each method has its own limit", async () => {
    const { clock, emulator } = await startEmulator();
    const instance = emulator.addInstance();
    expect((await callApi(instance, "GET", "getSettings")).headers.get("x-ratelimit-remaining")).toBe("0");
    const response = await callApi(instance, "GET", "getSettings");
    expect(response).toMatchObject({ status: 429, text: "" });
    expect(response.headers.get("retry-after")).toBeNull();
    expect((await callApi(instance, "GET", "getStateInstance")).status).toBe(200);
    await clock.advance(1_000);
    expect((await callApi(instance, "GET", "getSettings")).status).toBe(200);
  });

  test("failNext(): each status with GREEN-API's body for it", async () => {
    const { emulator } = await startEmulator({ rateLimits: false });
    const instance = emulator.addInstance();
    for (const [status, text] of [
      [466, "CORRESPONDENTS_QUOTE_EXCEEDED"],
      [502, "<h1>502 Bad Gateway</h1>"],
      [429, ""],
      [499, "<h1>499 Client Closed Request</h1>"],
      [469, '{"status":false,"reason":"User get contact info limit reached"}'],
      [500, '"statusCode":500'],
    ] as const) {
      emulator.failNext(instance.idInstance, "getSettings", status);
      const response = await callApi(instance, "GET", "getSettings");
      expect(response.status).toBe(status);
      expect(response.text).toContain(text);
    }
    expect((await callApi(instance, "GET", "getSettings")).status).toBe(200);
  });

  test("OPTIONS is a preflight; names in any case; MAX below /v3 too", async () => {
    const { emulator } = await startEmulator();
    const instance = emulator.addInstance({ typeInstance: "v3" });
    expect((await callApi(instance, "OPTIONS", "getSettings")).status).toBe(204);
    expect((await callApi({ ...instance, apiUrl: `${instance.apiUrl}/v3` }, "GET", "GetSettings")).status).toBe(200);
  });
});

describe("createEmulator() queue", () => {
  test("receiveNotification returns the oldest notification until it is deleted", async () => {
    const { emulator } = await startEmulator();
    const instance = emulator.addInstance({ settings: allFlagsOn });
    for (const text of ["A", "B"]) emulator.notify(instance.idInstance, textMessage({ text }));
    const first = await callApi(instance, "GET", "receiveNotification");
    expect(first.json).toMatchObject({ receiptId: 1, body: { messageData: { textMessageData: { textMessage: "A" } } } });
    expect((await callApi(instance, "GET", "receiveNotification")).json).toEqual(first.json);
    expect((await callApi(instance, "DELETE", "deleteNotification", { rest: "/1" })).json).toEqual({ result: true, reason: "" });
    expect((await callApi(instance, "DELETE", "deleteNotification", { rest: "/1" })).json).toMatchObject({ result: false });
    expect(await callApi(instance, "DELETE", "deleteNotification", { rest: "/x" })).toMatchObject({
      status: 400,
      json: { message: "receiptId must be a Number" },
    });
    expect((await callApi(instance, "GET", "receiveNotification")).json).toMatchObject({ receiptId: 2 });
  });

  test("receiveNotification waits for a notification, and returns null without one", async () => {
    const { clock, emulator } = await startEmulator();
    const instance = emulator.addInstance({ settings: allFlagsOn });
    const waiting = callApi(instance, "GET", "receiveNotification", { rest: "?receiveTimeout=20" });
    await new Promise((resolve) => setTimeout(resolve, 50));
    emulator.notify(instance.idInstance, textMessage());
    expect((await waiting).json).toMatchObject({ receiptId: 1 });
    await callApi(instance, "DELETE", "deleteNotification", { rest: "/1" });

    const inVain = callApi(instance, "GET", "receiveNotification");
    await new Promise((resolve) => setTimeout(resolve, 50));
    await clock.advance(5_000);
    expect(await inVain).toMatchObject({ status: 200, text: "null" });
    expect((await callApi(instance, "GET", "receiveNotification", { rest: "?receiveTimeout=61" })).status).toBe(400);
  });

  test("queue and webhook exclude each other, until the cleared webhookUrl takes effect", async () => {
    const { clock, emulator } = await startEmulator({ times: { settingsTakeEffectMilliseconds: 60_000 } });
    const instance = emulator.addInstance({ settings: { ...allFlagsOn, stateWebhook: "no", webhookUrl: "http://127.0.0.1:1/" } });
    emulator.notify(instance.idInstance, textMessage());
    for (const [verb, method, rest] of [
      ["GET", "receiveNotification", ""],
      ["DELETE", "deleteNotification", "/1"],
    ] as const) {
      const { status, json } = await callApi(instance, verb, method, { rest });
      expect(status).toBe(400);
      expect((json as { message: string }).message).toMatch(/custom webhook url is set/);
    }
    await callApi(instance, "POST", "setSettings", { body: { webhookUrl: "" } });
    await clock.advance(59_000);
    expect((await callApi(instance, "GET", "receiveNotification")).status).toBe(400);
    await clock.advance(1_000);
    expect((await callApi(instance, "GET", "receiveNotification")).json).toMatchObject({ receiptId: 1 });
    const attempts = emulator.attempts.length;
    await clock.advance(600_000);
    expect(emulator.attempts).toHaveLength(attempts);
  });

  test("a notification that no client receives is dropped after 24 h", async () => {
    const { clock, emulator } = await startEmulator();
    const instance = emulator.addInstance({ settings: allFlagsOn });
    emulator.notify(instance.idInstance, textMessage());
    await clock.advance(24 * 60 * 60 * 1_000 - 1);
    expect((await callApi(instance, "GET", "getWebhooksCount")).json).toEqual({ count: 1 });
    await clock.advance(10_000);
    expect((await callApi(instance, "GET", "getWebhooksCount")).json).toEqual({ count: 0 });
  });

  test("getWebhooksCount is refreshed every 10 s; clearWebhooksQueue works once a minute, its refusal is a 200", async () => {
    const { clock, emulator } = await startEmulator();
    const instance = emulator.addInstance({ settings: allFlagsOn });
    expect((await callApi(instance, "GET", "getWebhooksCount")).json).toEqual({ count: 0 });
    emulator.notify(instance.idInstance, textMessage());
    await clock.advance(5_000);
    expect((await callApi(instance, "GET", "getWebhooksCount")).json).toEqual({ count: 0 });
    await clock.advance(5_000);
    expect((await callApi(instance, "GET", "getWebhooksCount")).json).toEqual({ count: 1 });

    expect((await callApi(instance, "DELETE", "clearWebhooksQueue")).json).toEqual({ isCleared: true, reason: "" });
    emulator.notify(instance.idInstance, textMessage());
    await clock.advance(59_000);
    expect(await callApi(instance, "DELETE", "clearWebhooksQueue")).toMatchObject({
      status: 200,
      json: { isCleared: false, reason: expect.stringMatching(/too many/) as string, leftTime: 1 },
    });
    expect(emulator.waiting(instance.idInstance)).toBe(1);
    await clock.advance(1_000);
    expect((await callApi(instance, "DELETE", "clearWebhooksQueue")).json).toMatchObject({ isCleared: true });
  });
});

describe("createEmulator() sending", () => {
  test("sendMessage returns an idMessage; its echo and statuses are queued if their flags are on", async () => {
    const { clock, emulator } = await startEmulator();
    const instance = emulator.addInstance({ settings: allFlagsOn });
    const silent = emulator.addInstance();
    const body = { chatId: "79000000001@c.us", message: "Hello" };
    const { json } = await callApi(instance, "POST", "sendMessage", { body });
    const { idMessage } = json as { idMessage: string };
    expect(idMessage).toMatch(/^3EB0[0-9A-F]{16}$/);
    expect((await callApi(silent, "POST", "sendMessage", { body })).status).toBe(200);
    await clock.advance(2_000);
    expect(emulator.waiting(silent.idInstance)).toBe(0);
    expect(emulator.waiting(instance.idInstance)).toBe(3);
    expect((await callApi(instance, "GET", "receiveNotification")).json).toMatchObject({
      body: { typeWebhook: "outgoingAPIMessageReceived", idMessage, messageData: { typeMessage: "extendedTextMessage" } },
    });
    await callApi(instance, "DELETE", "deleteNotification", { rest: "/1" });
    expect((await callApi(instance, "GET", "receiveNotification")).json).toMatchObject({
      body: { typeWebhook: "outgoingMessageStatus", idMessage, status: "sent" },
    });
  });

  test("sendMessage names the missing field", async () => {
    const { emulator } = await startEmulator();
    const instance = emulator.addInstance();
    for (const [body, message] of [
      [{ message: "Hello" }, "Validation failed. Details: 'chatId' is required"],
      [{ chatId: "79000000001@c.us" }, "Validation failed. Details: 'message' is required"],
      [{ chatId: "nobody", message: "Hello" }, /'chatId' must be one of the next formats/],
    ] as const) {
      const { status, json } = await callApi(instance, "POST", "sendMessage", { body });
      expect(status).toBe(400);
      expect((json as { message: string }).message).toMatch(message);
    }
  });

  test("a chat above the plan's number is refused with 466, and reported as quotaExceeded", async () => {
    const { emulator } = await startEmulator();
    const instance = emulator.addInstance({ chatQuota: 1 });
    const send = (chatId: string): ReturnType<typeof callApi> =>
      callApi(instance, "POST", "sendMessage", { body: { chatId, message: "Hello" } });
    expect((await send("79000000001@c.us")).status).toBe(200);
    expect((await send("79000000001@c.us")).status).toBe(200);
    expect(await send("79000000002@c.us")).toMatchObject({
      status: 466,
      json: { invokeStatus: { used: 1, total: 1, status: "QUOTE_EXCEEDED" } },
    });
    expect((await callApi(instance, "GET", "receiveNotification")).json).toMatchObject({ body: { typeWebhook: "quotaExceeded" } });
  });
});
