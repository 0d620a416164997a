import {
  ApiAuthorizationError,
  ApiInstanceNotReadyError,
  ApiNetworkError,
  ApiRateLimitError,
  applySettings,
  createApiClient,
  type ApplySettingsProgress,
  type CallOptions,
  type Settings,
} from "@greenhook/core/api";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { everythingIn, secretsIn } from "../api/everything-in.ts";
import { canary, fast, idInstance, rejectionOf, startLocalApi } from "../api/local-api.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An instance whose settings show late, or never, on the virtual clock; `onWrite` may fail the write. */
function instanceOf(options: { shownAfterMilliseconds?: number; onWrite?: (times: number) => boolean | Error; startingFor?: number } = {}) {
  const { shownAfterMilliseconds = 0, onWrite = () => true, startingFor = 0 } = options;
  const instance = { writes: [] as object[], asked: 0, reads: 0, writtenAt: Number.NaN };
  let shown: Settings = { webhookUrl: "", webhookUrlToken: "", incomingWebhook: "no", wid: "7@c.us", delaySendMessagesMilliseconds: 500 };
  const sinceWrite = () => Date.now() - instance.writtenAt;
  const client = {
    async getSettings() {
      instance.reads += 1;
      if (sinceWrite() < startingFor / 2) throw new ApiInstanceNotReadyError({ method: "getSettings", reason: "starting", detail: "x" });
      if (sinceWrite() >= shownAfterMilliseconds) shown = { ...shown, ...instance.writes.at(-1) };
      return shown;
    },
    async setSettings(settings: object) {
      instance.asked += 1;
      const outcome = onWrite(instance.asked);
      if (outcome instanceof ApiRateLimitError || outcome instanceof ApiInstanceNotReadyError) throw outcome;
      instance.writes.push(settings);
      instance.writtenAt = Date.now();
      if (outcome instanceof Error) throw outcome;
      return { saveSettings: outcome };
    },
    async getStateInstance() {
      return { stateInstance: sinceWrite() < startingFor ? "starting" : "authorized" };
    },
  };
  return { client, instance };
}

/** Runs a promise on the virtual clock: what it came to, and how long that took. */
async function virtually<Value>(promise: Promise<Value>) {
  const begun = Date.now();
  const settled = promise.then(
    (value) => ({ value, error: undefined, seconds: (Date.now() - begun) / 1_000 }),
    (error: unknown) => ({ value: undefined, error: error as Error, seconds: (Date.now() - begun) / 1_000 }),
  );
  await vi.advanceTimersByTimeAsync(400_000);
  return await settled;
}

const wanted = { webhookUrl: "https://a.example/hook", incomingWebhook: true } as const;

test("applySettings() writes only what differs, once, and reads it back", async () => {
  const { client, instance } = instanceOf();
  const { value, seconds } = await virtually(applySettings(client, { ...wanted, delaySendMessagesMilliseconds: 500 }));
  expect(value).toMatchObject({ wrote: true, settings: { webhookUrl: wanted.webhookUrl, incomingWebhook: "yes", wid: "7@c.us" } });
  expect(value?.difference).toEqual([
    { key: "webhookUrl", before: "", wanted: "https://a.example/hook" },
    { key: "incomingWebhook", before: "no", wanted: "yes" },
  ]);
  expect(instance.writes).toEqual([{ webhookUrl: wanted.webhookUrl, incomingWebhook: "yes" }]);
  expect(seconds).toBe(5);
});

test("applySettings() writes nothing where all is as wanted", async () => {
  const { client, instance } = instanceOf();
  const { value } = await virtually(applySettings(client, { webhookUrl: "", incomingWebhook: false, delaySendMessagesMilliseconds: 500 }));
  expect(value).toMatchObject({ wrote: false, difference: [] });
  expect([instance.asked, instance.reads]).toEqual([0, 1]);
});

test("applySettings() only tells the difference with dryRun, without tokens", async () => {
  const { client, instance } = instanceOf();
  const secret = { webhookUrl: `https://u:p@a.example/hook?key=${canary.webhookToken}#x`, webhookUrlToken: canary.webhookToken };
  const { value } = await virtually(applySettings(client, secret, { dryRun: true }));
  expect(value).toMatchObject({ wrote: false });
  expect(value?.difference).toEqual([
    { key: "webhookUrl", before: "", wanted: "https://***@a.example/hook?***" },
    { key: "webhookUrlToken", before: "", wanted: "***" },
  ]);
  expect(instance.asked).toBe(0);
});

test("applySettings() waits four minutes for settings that show late, and doesn't write again", async () => {
  const { client, instance } = instanceOf({ shownAfterMilliseconds: 240_000 });
  const steps: ApplySettingsProgress[] = [];
  const { value, seconds } = await virtually(applySettings(client, wanted, { onProgress: (progress) => steps.push(progress) }));
  expect(value).toMatchObject({ wrote: true, settings: { incomingWebhook: "yes" } });
  expect(instance.asked).toBe(1);
  expect(seconds).toBe(240);
  expect(steps.map(({ step }) => step).filter((step, index, all) => step !== all[index - 1])).toEqual(["writing", "different", "done"]);
});

test("applySettings() fails after five minutes if GREEN-API stored nothing", async () => {
  const { client, instance } = instanceOf({ shownAfterMilliseconds: Infinity });
  const { error, seconds } = await virtually(applySettings(client, { ...wanted, webhookUrlToken: canary.webhookToken }));
  expect(error).toMatchObject({ name: "SettingsNotAppliedError", wrote: true });
  expect(error?.message).toBe('Cannot call "setSettings": after 300 s "webhookUrl", "incomingWebhook", "webhookUrlToken" still differ');
  expect((error as unknown as { difference: unknown[] }).difference.length).toBe(3);
  expect(secretsIn(everythingIn(error))).toEqual([]);
  expect(instance.asked).toBe(1);
  expect(seconds).toBe(300);
});

test("applySettings() rides out the restart, and is done only when it is over", async () => {
  const { client, instance } = instanceOf({ startingFor: 60_000 });
  const steps: string[] = [];
  const { value, seconds } = await virtually(applySettings(client, wanted, { onProgress: ({ step }) => steps.push(step) }));
  expect(value).toMatchObject({ wrote: true });
  expect(seconds).toBe(60);
  expect(new Set(steps)).toEqual(new Set(["writing", "starting", "done"]));
  expect(instance.asked).toBe(1);
});

test("applySettings() tries a write again that GREEN-API certainly refused: too often, or starting", async () => {
  const refusals = [
    new ApiRateLimitError({ method: "setSettings", status: 429, detail: "x" }),
    new ApiInstanceNotReadyError({ method: "setSettings", reason: "starting", detail: "x" }),
  ];
  const { client, instance } = instanceOf({ onWrite: (times) => refusals[times - 1] ?? true });
  const { value } = await virtually(applySettings(client, wanted));
  expect(value).toMatchObject({ wrote: true });
  expect([instance.asked, instance.writes.length]).toEqual([3, 1]);
});

test("applySettings() reads instead of writing again where the response to a write was lost", async () => {
  const { client, instance } = instanceOf({
    shownAfterMilliseconds: 30_000,
    onWrite: () => new ApiNetworkError({ method: "setSettings", code: "TIMEOUT", detail: "x" }),
  });
  const { value } = await virtually(applySettings(client, wanted));
  expect(value).toMatchObject({ wrote: true, settings: { incomingWebhook: "yes" } });
  expect(instance.asked).toBe(1);
});

test("applySettings() makes a typed error of saveSettings: false", async () => {
  const { client } = instanceOf({ onWrite: () => false });
  expect((await virtually(applySettings(client, wanted))).error).toMatchObject({ name: "SettingsRefusedError" });
});

test("applySettings() stops at once at what doesn't pass", async () => {
  const { client } = instanceOf();
  const failing = { ...client, getSettings: () => Promise.reject(new ApiAuthorizationError({ method: "getSettings", detail: "x" })) };
  const { error, seconds } = await virtually(applySettings(failing, wanted));
  expect(error).toMatchObject({ name: "ApiAuthorizationError" });
  expect(seconds).toBe(0);
});

test("applySettings() stops when its signal is aborted", async () => {
  const { client } = instanceOf({ shownAfterMilliseconds: Infinity });
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 12_000);
  const { error, seconds } = await virtually(applySettings(client, wanted, { signal: controller.signal }));
  expect([error?.name, seconds]).toEqual(["AbortError", 12]);
});

test("applySettings() over a real server: the write's connection breaks after it was taken, one POST, state read back", async () => {
  vi.useRealTimers();
  let settings: object = { incomingWebhook: "no" };
  let writes = 0;
  const api = await startLocalApi(({ path, body }, response, request) => {
    if (path.includes("setSettings")) {
      writes += 1;
      settings = JSON.parse(String(body)) as object;
      request.socket.destroy();
    } else response.end(path.includes("getSettings") ? JSON.stringify(settings) : '{"stateInstance":"authorized"}');
  });
  const client = createApiClient({ apiUrl: api.url, idInstance, apiTokenInstance: canary.token, callsPerSecond: fast });
  expect(await applySettings(client, { incomingWebhook: true }, { intervalMilliseconds: 5 })).toMatchObject({ wrote: true });
  expect(writes).toBe(1);
});

test("applySettings() refuses wrong settings before any request", async () => {
  const { client, instance } = instanceOf();
  expect(await rejectionOf(applySettings(client, { wid: "x" } as never))).toMatchObject({ name: "ApiValidationError", key: "wid" });
  expect(instance.reads).toBe(0);
});

test.each(["dryRun", "allowUnlisted"])("applySettings() refuses a text for %s before any request", async (key) => {
  const { client, instance } = instanceOf();
  const error = await rejectionOf(applySettings(client, wanted, { [key]: "false" }));
  expect(error).toMatchObject({ name: "ApiValidationError", key });
  expect(instance.reads).toBe(0);
});

test("applySettings() gives the client whole milliseconds, which AbortSignal.timeout() insists on", async () => {
  vi.useRealTimers();
  const given: (number | undefined)[] = [];
  const { client } = instanceOf();
  const noted = {
    getSettings: async (options?: CallOptions) => {
      given.push(options?.timeoutMilliseconds);
      return client.getSettings();
    },
    setSettings: async (settings: object, options?: CallOptions) => {
      given.push(options?.timeoutMilliseconds);
      return client.setSettings(settings);
    },
    getStateInstance: async (options?: CallOptions) => {
      given.push(options?.timeoutMilliseconds);
      return client.getStateInstance();
    },
  };
  await applySettings(noted, wanted, { intervalMilliseconds: 10 });
  expect(given).toHaveLength(4);
  expect(given.filter((milliseconds) => !Number.isInteger(milliseconds))).toEqual([]);
});

test("applySettings() says at once which wanted settings the instance doesn't have, and sends nothing", async () => {
  const { client, instance } = instanceOf();
  const later = { laterWebhook: "yes" };
  for (const dryRun of [false, true]) {
    const { error, seconds } = await virtually(applySettings(client, { ...wanted, ...later, pollMessageWebhook: true }, { dryRun }));
    expect(error).toMatchObject({ name: "SettingsNotListedError", keys: ["laterWebhook", "pollMessageWebhook"] });
    expect(error?.message).toBe('Cannot call "setSettings": this instance lists no setting "laterWebhook", "pollMessageWebhook"');
    expect(seconds).toBe(0);
  }
  expect(instance.asked).toBe(0);
});

test("applySettings() asks for no setting that is off by being absent, and sends absent ones with allowUnlisted", async () => {
  const { client, instance } = instanceOf();
  const off = { pollMessageWebhook: false, catalogWebhook: "no" } as const;
  expect((await virtually(applySettings(client, off))).value).toMatchObject({ wrote: false, difference: [] });
  const { value } = await virtually(applySettings(client, { pollMessageWebhook: true }, { allowUnlisted: true }));
  expect(value).toMatchObject({ wrote: true, settings: { pollMessageWebhook: "yes" } });
  expect(instance.writes).toEqual([{ pollMessageWebhook: "yes" }]);
});

test.each([
  ["incomingWebhook", "Yes", "yes"],
  ["laterFlag", "YES", true],
  ["webhookUrl", "https://a.example/", "https://a.example"],
  ["webhookUrl", "https://a.example/hook", "https://a.example/hook/"],
  ["webhookUrl", "https://a.example/hook/?k=/", "https://a.example/hook?k=/"],
  ["autoTyping", "4", 4],
  ["webhookUrlToken", null, ""],
])("applySettings() takes %s %j for %j", async (key, current, value) => {
  const client = { ...instanceOf().client, getSettings: async () => ({ [key]: current }) };
  const { value: applied } = await virtually(applySettings(client, { [key]: value }));
  expect(applied).toMatchObject({ wrote: false, difference: [] });
});

test.each([
  ["webhookUrlToken", "Yes", "yes"],
  ["webhookUrl", "https://a.example/hook?k=", "https://a.example/hook?k=/"],
  ["webhookUrl", "https://a.example/Hook", "https://a.example/hook"],
])("applySettings() doesn't take %s %j for %j", async (key, current, value) => {
  const client = { ...instanceOf().client, getSettings: async () => ({ [key]: current }) };
  const { value: applied } = await virtually(applySettings(client, { [key]: value }, { dryRun: true }));
  expect(applied?.difference).toHaveLength(1);
});
