import { readFileSync } from "node:fs";
import { createApiClient, createPartnerClient, type Fetch } from "@greenhook/core/api";
import { expect, test } from "vitest";
import { createConnection } from "../../../packages/core/dist/api/call/connection.js";
import { apiSpecs } from "../../../packages/core/dist/api/methods/api-client.js";
import type { MethodSpec } from "../../../packages/core/dist/api/methods/method-spec.js";
import { everythingIn, secretsIn } from "./everything-in.ts";
import { everyMethod } from "./every-method.ts";
import { canary, clientOf, fast, idInstance, rejectionOf, startLocalApi, type SeenCall } from "./local-api.ts";

const chatId = "79990001122@c.us";
const idMessage = "BAE5F4886F6F2D05";

test("docs/api-client.md lists every method, and no other", () => {
  const page = readFileSync(new URL("../../../docs/api-client.md", import.meta.url), "utf8");
  const [, rows = ""] = /\| Group \| Methods \|\n\|---\|---\|\n((?:\|.*\n)+)/.exec(page) ?? [];
  const listed = [...rows.matchAll(/`(\w+)`/g)].map(([, name]) => name).filter((name) => name !== "createPartnerClient");
  expect(new Set(listed)).toEqual(new Set(everyMethod.map(({ name }) => name)));
});

type AnyMethod = (...args: readonly unknown[]) => Promise<unknown>;

test.each(everyMethod.map((method) => [method.name, method] as const))(
  "%s() sends what is documented and returns the documented result",
  async (name, { client, verb, host, input, suffix = "", json, form, raw, documented, result }) => {
    const hosts = {
      api: await startLocalApi((_, response) => response.end(documented === undefined ? "" : JSON.stringify(documented))),
      media: await startLocalApi((_, response) => response.end(JSON.stringify(documented))),
    };
    const methods = (client === "partner"
      ? createPartnerClient({ partnerApiUrl: hosts.api.url, partnerToken: canary.token, callsPerSecond: fast })
      : clientOf(hosts.api.url, { mediaUrl: hosts.media.url })) as unknown as Readonly<Record<string, AnyMethod>>;
    const call = methods[name] as AnyMethod;
    expect(await (input === undefined ? call() : call(input))).toEqual(result ?? documented);
    expect(hosts[host === "api" ? "media" : "api"].calls).toEqual([]);
    const [seen] = hosts[host].calls;
    const wireName = name === "getStateInstanceHistory" ? "GetStateInstanceHistory" : name;
    const path = client === "partner" ? `/partner/${name}` : `/waInstance${idInstance}/${wireName}`;
    expect(seen).toMatchObject({ verb, path: `${path}/${canary.token}${suffix}` });
    if (form !== undefined) expect(await readForm(seen)).toEqual(form);
    else if (raw !== undefined) expect(seen).toMatchObject({ contentType: raw.type, body: Buffer.from(raw.bytes) });
    else expect(String(seen?.body)).toBe(json === undefined ? "" : JSON.stringify(json));
  },
);

async function readForm(seen: SeenCall | undefined): Promise<object> {
  const form = await new Response(seen?.body, { headers: { "content-type": seen?.contentType ?? "" } }).formData();
  const fields = [...form].map(async ([key, value]) => {
    if (typeof value === "string") return [key, value];
    return [key, { name: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) }];
  });
  return Object.fromEntries((await Promise.all(fields)) as [string, unknown][]) as object;
}

test("every method has a case: 80 of an instance and 3 of a partner", () => {
  const listed = new Set(everyMethod.map(({ name }) => name));
  const partner = Object.keys(createPartnerClient({ partnerToken: canary.token }));
  const instance = Object.keys(clientOf("http://127.0.0.1:1")).filter((name) => !["call", "idInstance"].includes(name));
  expect(new Set([...instance, ...partner])).toEqual(listed);
  expect([listed.size, partner.length]).toEqual([83, 3]);
});

test.each([
  ["getProducts", undefined, "GET", "", "", '{"products":[]}', { products: [] }],
  ["getProduct", { query: { id: "a b&c", skip: undefined, all: true } }, "GET", "?id=a%20b%26c&all=true", "", "[1]", [1]],
  ["sendOrder", { body: { chatId } }, "POST", "", '{"chatId":"79990001122@c.us"}', "", undefined],
  ["sendOrder", { verb: "PUT", query: { a: 1 }, body: ["x"] }, "PUT", "?a=1", '["x"]', "null", null],
  ["deleteProduct", { verb: "DELETE", host: "media" }, "DELETE", "", "", '"done"', "done"],
] as const)("call(%j, %j) sends any request and returns any JSON", async (method, request, verb, suffix, body, response, result) => {
  const api = await startLocalApi((_, out) => out.end(response));
  const host = request !== undefined && "host" in request ? { apiUrl: "http://127.0.0.1:1", mediaUrl: api.url } : {};
  expect(await clientOf(api.url, host).call(method, request)).toEqual(result);
  expect(api.calls[0]).toMatchObject({ verb, path: `/waInstance${idInstance}/${method}/${canary.token}${suffix}` });
  expect(String(api.calls[0]?.body)).toBe(body);
});

test("call() shares the rate of the method that it calls", async () => {
  const api = await startLocalApi((_, response) => response.end('{"count":1}'));
  const client = clientOf(api.url, { callsPerSecond: {} });
  await client.getMessagesCount();
  await expect(client.call("getMessagesCount", {}, { timeoutMilliseconds: 1 })).rejects.toMatchObject({ code: "TIMEOUT" });
  expect(api.calls.length).toBe(1);
});

test.each([
  ["whatsapp", { getMessage: 10, readChat: 10, downloadFile: 5, qr: 3, editMessage: 1, getGroupData: 1, setProfilePicture: 0.1 }],
  ["telegram", { getMessage: 1, readChat: 10, downloadFile: 5, qr: 3, editMessage: 1, getGroupData: 1, setProfilePicture: 0.1 }],
  ["max", { getMessage: 10, readChat: 1, downloadFile: 1, qr: 1, editMessage: 50, getGroupData: 10, setProfilePicture: 1 }],
] as const)("messenger %j picks its documented rates, and callsPerSecond comes before them", (messenger, rates) => {
  const url = { host: "localhost", secret: "t", urlOf: () => "" };
  const specs = apiSpecs as unknown as Readonly<Record<string, MethodSpec>>;
  const rateOf = (limits: object, method: string) =>
    createConnection({ ...url, messenger }, limits).rateOf(method, specs[method] as MethodSpec);
  expect(Object.fromEntries(Object.keys(rates).map((method) => [method, rateOf({}, method)]))).toEqual(rates);
  expect(rateOf({ callsPerSecond: { readChat: 7 } }, "readChat")).toBe(7);
});

test("createApiClient({ fetch }) sends everything through it, and loads no other transport", async () => {
  const seen: string[] = [];
  const fetch: Fetch = (url, { method, headers, body, redirect }) => {
    seen.push([method, url, headers["content-type"], typeof body === "string" ? body : "", redirect].join(" "));
    return Promise.resolve(new Response(method === "GET" ? '{"count":1}' : '{"idMessage":"1"}'));
  };
  const client = clientOf("http://nowhere.invalid", { fetch });
  expect(await client.getMessagesCount()).toEqual({ count: 1 });
  expect(await client.sendMessage({ chatId, message: "hi" })).toEqual({ idMessage: "1" });
  const path = (method: string) => `http://nowhere.invalid/waInstance${idInstance}/${method}/${canary.token}`;
  expect(seen).toEqual([
    `GET ${path("getMessagesCount")}   manual`,
    `POST ${path("sendMessage")} application/json {"chatId":"${chatId}","message":"hi"} manual`,
  ]);
  const failing = clientOf("http://nowhere.invalid", { fetch: () => Promise.reject(new TypeError(`no ${canary.token}`)), maxRetries: 0 });
  const error = await rejectionOf(failing.getMessagesCount());
  expect(error).toMatchObject({ name: "ApiNetworkError", code: "NETWORK" });
  expect(secretsIn(everythingIn(error))).toEqual([]);
});

test("setSettings() sends the documentation's example unchanged", async () => {
  const example = {
    webhookUrl: "https://203.0.113.1:3000/green-api/webhook/",
    webhookUrlToken: canary.webhookToken,
    outgoingWebhook: "yes",
    stateWebhook: "yes",
    incomingWebhook: "yes",
    deviceWebhook: "no",
  } as const;
  const api = await startLocalApi((_, response) => response.end('{"saveSettings":true}'));
  expect(await clientOf(api.url).setSettings(example)).toEqual({ saveSettings: true });
  expect(String(api.calls[0]?.body)).toBe(JSON.stringify(example));
});

test("setSettings() lets keys through that aren't known yet", async () => {
  const api = await startLocalApi((_, response) => response.end('{"saveSettings":true}'));
  const later = { laterWebhook: true, laterNumber: 1 };
  await clientOf(api.url).setSettings({ ...later, incomingWebhook: false });
  expect(JSON.parse(String(api.calls[0]?.body))).toEqual({ ...later, incomingWebhook: "no" });
});

test.each([
  ['{"receiptId":7,"body":{"typeWebhook":"x"}}', '{"typeWebhook":"x"}'],
  [
    '\uFEFF { "body" : { "a" : "}\\"{" , "b":[1.0, 12345678901234567890] } , "receiptId" : 7 } ',
    '{ "a" : "}\\"{" , "b":[1.0, 12345678901234567890] }',
  ],
  ['{"body":"first","receiptId":7,"\\u0062ody":{"é":"\\u00e9"}}', '{"é":"\\u00e9"}'],
  ['{"receiptId":0,"body": 1.50 }', "1.50"],
  ['{"receiptId":7,"body":"a\\\\"}', '"a\\\\"'],
  ['{"receiptId":7,"body":null\n}', "null"],
])("receiveNotification() gives the body of %s, and its text as it arrived", async (response, rawText) => {
  const api = await startLocalApi((_, out) => out.end(response));
  const received = await clientOf(api.url).receiveNotification({ receiveTimeout: 20 });
  expect(received).toEqual({ ...(JSON.parse(response.replace("\uFEFF", "")) as object), rawText });
  expect(api.calls[0]).toMatchObject({ verb: "GET", path: expect.stringMatching(/\?receiveTimeout=20$/) as string });
});

test("receiveNotification() gives the bytes of a body that isn't UTF-8", async () => {
  const body = Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xff, 0xc3]), Buffer.from('"}')]);
  const api = await startLocalApi((_, response) =>
    response.end(Buffer.concat([Buffer.from('{"receiptId":7,"body":'), body, Buffer.from("}")])),
  );
  const received = await clientOf(api.url).receiveNotification();
  expect(received).toEqual({ receiptId: 7, body: { text: "\uFFFD\uFFFD" }, rawBytes: Uint8Array.from(body) });
});

test.each(["1.5", "-1", "9007199254740993", '"7"', "null"])(
  "receiveNotification() doesn't hand on a notification that can't be deleted: receiptId %s",
  async (receiptId) => {
    const api = await startLocalApi((_, response) => response.end(`{"receiptId":${receiptId},"body":{}}`));
    await expect(clientOf(api.url).receiveNotification()).rejects.toMatchObject({ name: "ApiResponseError", code: "SHAPE" });
  },
);

test("deleteNotification() deletes receipt 0 too", async () => {
  const api = await startLocalApi((_, response) => response.end('{"result":true}'));
  expect(await clientOf(api.url).deleteNotification({ receiptId: 0 })).toEqual({ result: true });
  expect(api.calls[0]?.path.endsWith(`${canary.token}/0`)).toBe(true);
});

test.each([
  ["getChatHistory", { chatId }, null, []],
  ["lastIncomingMessages", {}, null, []],
  ["showMessagesQueue", undefined, null, []],
  ["readChat", { chatId }, { result: true }, { result: true, setRead: true }],
  ["readChat", { chatId }, { result: true, setRead: false }, { result: true, setRead: false }],
  ["downloadFile", { chatId, idMessage }, { downloadUrl: { url: "https://a.example/1" } }, { downloadUrl: "https://a.example/1" }],
  ["setSettings", { incomingWebhook: true }, { saveSettings: "true" }, { saveSettings: true }],
  ["setSettings", { incomingWebhook: true }, { saveSettings: "False" }, { saveSettings: false }],
])("%s(%j) reads the response %j as %j", async (method, input, response, result) => {
  const api = await startLocalApi((_, out) => out.end(JSON.stringify(response)));
  const client = clientOf(api.url) as unknown as Readonly<Record<string, AnyMethod>>;
  const call = client[method] as AnyMethod;
  expect(await (input === undefined ? call() : call(input))).toEqual(result);
});

test.each([
  ["getChatHistory", { chatId }, ""],
  ["getChatHistory", { chatId }, {}],
  ["getMessage", { chatId, idMessage }, null],
  ["readChat", { chatId }, { result: "true" }],
  ["downloadFile", { chatId, idMessage }, { downloadUrl: {} }],
  ["setSettings", { incomingWebhook: true }, { saveSettings: "maybe" }],
])("%s(%j) doesn't take %j for a good response", async (method, input, response) => {
  const api = await startLocalApi((_, out) => out.end(response === "" ? "" : JSON.stringify(response)));
  const client = clientOf(api.url) as unknown as Readonly<Record<string, AnyMethod>>;
  await expect((client[method] as AnyMethod)(input)).rejects.toMatchObject({ name: "ApiResponseError" });
});

test.each(["null", "", "  "])("receiveNotification() gives undefined for an empty queue (%j)", async (documented) => {
  const api = await startLocalApi((_, response) => response.end(documented));
  expect(await clientOf(api.url).receiveNotification()).toBeUndefined();
  expect(api.calls[0]?.path.endsWith(canary.token)).toBe(true);
});

test("getWebhooksCount() reads the count that is spelled with a Cyrillic letter", async () => {
  const api = await startLocalApi((_, response) => response.end('{"\u0441ount":4}'));
  expect(await clientOf(api.url).getWebhooksCount()).toMatchObject({ count: 4 });
});

test("deleteNotification() takes GREEN-API's own error for a notification that is gone", async () => {
  const api = await startLocalApi((_, response) => {
    response.statusCode = 500;
    response.end('{"statusCode":500,"message":"Cannot read properties of undefined (reading \'findUnAckedMessage\')"}');
  });
  expect(await clientOf(api.url).deleteNotification({ receiptId: 1 })).toEqual({ result: false, reason: "already deleted" });
  expect(api.calls.length).toBe(1);
});

test("createApiClient() takes a slash at the end, a path, and an id of digits", async () => {
  const api = await startLocalApi((_, response) => response.end('{"count":0}'));
  const client = createApiClient({ apiUrl: `${api.url}/v3/`, idInstance: "7107000000001", apiTokenInstance: "a/b?", callsPerSecond: fast });
  await client.getMessagesCount();
  expect(api.calls[0]?.path).toBe("/v3/waInstance7107000000001/getMessagesCount/a%2Fb%3F");
});

test.each(["1", "wa", "v3", ":token", "getMessagesCount"])(
  "createApiClient() takes a token that looks like the rest of the path: %s",
  async (token) => {
    const api = await startLocalApi((_, response) => response.end('{"count":0}'));
    const client = createApiClient({ apiUrl: `${api.url}/v3`, idInstance: 11, apiTokenInstance: token, callsPerSecond: fast });
    await client.getMessagesCount();
    expect(api.calls[0]?.path).toBe(`/v3/waInstance11/getMessagesCount/${encodeURIComponent(token)}`);
  },
);

test("createPartnerClient() has its own path, and reads failures that come with status 200", async () => {
  const responses = [
    [{ idInstance: 1, name: "n", typeInstance: "whatsapp", deleted: false }],
    { idInstance: 1, apiTokenInstance: "t", typeInstance: "whatsapp" },
    { deleteInstanceAccount: true },
    { code: 401, description: "Unauthorized" },
    { code: 404, description: "Not found" },
  ];
  const api = await startLocalApi((_, response) => response.end(JSON.stringify(responses[api.calls.length - 1])));
  const partner = createPartnerClient({ partnerApiUrl: api.url, partnerToken: "gac.1", callsPerSecond: fast });
  expect(await partner.getInstances()).toEqual(responses[0]);
  expect(await partner.createInstance({ name: "n", incomingWebhook: true })).toEqual(responses[1]);
  expect(await partner.deleteInstanceAccount({ idInstance: 1 })).toEqual(responses[2]);
  await expect(partner.getInstances()).rejects.toMatchObject({ name: "ApiAuthorizationError", status: 200 });
  await expect(partner.deleteInstanceAccount({ idInstance: 2 })).rejects.toMatchObject({ name: "ApiHostError" });
  await expect(partner.createInstance({})).rejects.toMatchObject({ name: "ApiValidationError" });
  expect(api.calls.map(({ verb, path, body }) => `${verb} ${path} ${String(body)}`).slice(0, 3)).toEqual([
    "GET /partner/getInstances/gac.1 ",
    'POST /partner/createInstance/gac.1 {"name":"n","incomingWebhook":"yes"}',
    'POST /partner/deleteInstanceAccount/gac.1 {"idInstance":1}',
  ]);
});
