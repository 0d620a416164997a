import { createApiClient, createPartnerClient } from "@greenhook/core/api";
import { expect, test } from "vitest";
import { canary, clientOf, fast, idInstance, startLocalApi } from "./local-api.ts";

const chatId = "79990001122@c.us";
const idMessage = "BAE5F4886F6F2D05";
const sent = { idMessage };

/** Method, input, verb, the path after the token, the body that goes out, the documented response, which is the result. */
const cases: readonly (readonly [
  method: string,
  input: object | undefined,
  verb: string,
  suffix: string,
  body: object | undefined,
  documented: unknown,
])[] = [
  ["getSettings", undefined, "GET", "", undefined, { wid: "79990001122@c.us", webhookUrl: "", incomingWebhook: "yes", laterWebhook: "no" }],
  [
    "setSettings",
    { incomingWebhook: true, stateWebhook: "no" },
    "POST",
    "",
    { incomingWebhook: "yes", stateWebhook: "no" },
    { saveSettings: true },
  ],
  ["getStateInstance", undefined, "GET", "", undefined, { stateInstance: "authorized" }],
  ["getStatusInstance", undefined, "GET", "", undefined, { statusInstance: "online" }],
  [
    "getStateInstanceHistory",
    { count: 2 },
    "GET",
    "?count=2",
    undefined,
    [{ stateInstance: "starting", timestamp: 1, phoneNumber: "7@c.us" }],
  ],
  ["reboot", undefined, "GET", "", undefined, { isReboot: true }],
  ["logout", undefined, "GET", "", undefined, { isLogout: true }],
  ["qr", undefined, "GET", "", undefined, { type: "qrCode", message: "iVBORw0KGgo=" }],
  ["getAuthorizationCode", { phoneNumber: 79990001122 }, "POST", "", { phoneNumber: 79990001122 }, { status: true, code: null }],
  ["getWaSettings", undefined, "GET", "", undefined, { avatar: "", phone: "", stateInstance: "authorized", deviceId: "" }],
  [
    "getAccountSettings",
    undefined,
    "GET",
    "",
    undefined,
    { avatar: "", phone: "", stateInstance: "suspended", chatId: "1", suspendedUntil: 1 },
  ],
  ["updateApiToken", undefined, "GET", "", undefined, { apiTokenInstance: "new" }],
  [
    "startAuthorization",
    { phoneNumber: 79990001122 },
    "POST",
    "",
    { phoneNumber: 79990001122 },
    { status: true, data: { status: "success", reason: "" } },
  ],
  [
    "sendAuthorizationCode",
    { code: "12345", password: "p" },
    "POST",
    "",
    { code: "12345", password: "p" },
    { status: true, data: { status: "success" } },
  ],
  [
    "sendAuthorizationPassword",
    { password: "p" },
    "POST",
    "",
    { password: "p" },
    { status: true, data: { status: "success", reason: null } },
  ],
  ["deleteNotification", { receiptId: 7 }, "DELETE", "/7", undefined, { result: false, reason: "" }],
  ["downloadFile", { chatId, idMessage }, "POST", "", { chatId, idMessage }, { downloadUrl: "https://media.green-api.com/1" }],
  ["getMessagesCount", undefined, "GET", "", undefined, { count: 0 }],
  ["showMessagesQueue", undefined, "GET", "", undefined, [{ messageID: "1", type: "sendMessage", body: {} }]],
  ["clearMessagesQueue", undefined, "GET", "", undefined, { isCleared: true }],
  ["getWebhooksCount", undefined, "GET", "", undefined, { count: 3 }],
  ["clearWebhooksQueue", undefined, "DELETE", "", undefined, { isCleared: true, reason: "" }],
  ["readChat", { chatId, idMessage }, "POST", "", { chatId, idMessage }, { setRead: true }],
  ["sendMessage", { chatId, message: "hi", linkPreview: false }, "POST", "", { chatId, message: "hi", linkPreview: false }, sent],
  [
    "sendFileByUrl",
    { chatId, urlFile: "https://a.example/a.png", fileName: "a.png" },
    "POST",
    "",
    { chatId, urlFile: "https://a.example/a.png", fileName: "a.png" },
    sent,
  ],
  [
    "sendPoll",
    { chatId, message: "?", options: [{ optionName: "a" }, { optionName: "b" }] },
    "POST",
    "",
    { chatId, message: "?", options: [{ optionName: "a" }, { optionName: "b" }] },
    sent,
  ],
  ["sendLocation", { chatId, latitude: 12.5, longitude: 0 }, "POST", "", { chatId, latitude: 12.5, longitude: 0 }, sent],
  [
    "sendContact",
    { chatId, contact: { phoneContact: 79990001122, firstName: "A" } },
    "POST",
    "",
    { chatId, contact: { phoneContact: 79990001122, firstName: "A" } },
    sent,
  ],
  [
    "getChatHistory",
    { chatId, count: 10 },
    "POST",
    "",
    { chatId, count: 10 },
    [{ type: "incoming", idMessage, timestamp: 1, typeMessage: "textMessage" }],
  ],
  ["getMessage", { chatId, idMessage }, "POST", "", { chatId, idMessage }, { type: "outgoing", idMessage }],
  ["lastIncomingMessages", { minutes: 60 }, "GET", "?minutes=60", undefined, [{ idMessage }]],
  ["lastOutgoingMessages", { minutes: 60 }, "GET", "?minutes=60", undefined, []],
  ["lastIncomingCalls", { minutes: 60 }, "GET", "?minutes=60", undefined, [{ idMessage, status: "missed" }]],
  ["lastOutgoingCalls", { minutes: 60 }, "GET", "?minutes=60", undefined, []],
];

type AnyMethod = (...args: readonly unknown[]) => Promise<unknown>;

test.each(cases)(
  "%s() sends what is documented and returns the documented response",
  async (method, input, verb, suffix, body, documented) => {
    const api = await startLocalApi((_, response) => response.end(JSON.stringify(documented)));
    const client = clientOf(api.url) as unknown as Readonly<Record<string, AnyMethod>>;
    const call = client[method] as AnyMethod;
    expect(await (input === undefined ? call() : call(input))).toEqual(documented);
    const [seen] = api.calls;
    const name = method === "getStateInstanceHistory" ? "GetStateInstanceHistory" : method;
    expect(seen).toMatchObject({ verb, path: `/waInstance${idInstance}/${name}/${canary.token}${suffix}` });
    if (body === undefined) expect(seen?.body.length).toBe(0);
    else expect(JSON.parse(String(seen?.body))).toEqual(body);
  },
);

test("createApiClient() has no method that is missing in these cases", () => {
  const listed = new Set([...cases.map(([method]) => method), "setProfilePicture", "receiveNotification"]);
  expect(new Set(Object.keys(clientOf("http://127.0.0.1:1")))).toEqual(listed);
});

test("setProfilePicture() uploads the picture as a form", async () => {
  const api = await startLocalApi((_, response) => response.end('{"setProfilePicture":true,"urlAvatar":"u","reason":null}'));
  const file = new Uint8Array([0xff, 0xd8, 13, 10, 45, 45]);
  expect(await clientOf(api.url).setProfilePicture({ file })).toEqual({ setProfilePicture: true, urlAvatar: "u", reason: null });
  const [seen] = api.calls;
  const form = await new Response(seen?.body, { headers: { "content-type": seen?.contentType ?? "" } }).formData();
  const part = form.get("file") as File;
  expect([part.type, new Uint8Array(await part.arrayBuffer())]).toEqual(["image/jpeg", file]);
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
