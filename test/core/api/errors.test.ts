import type { ApiClient } from "@greenhook/core/api";
import { expect, test } from "vitest";
import { everythingIn, secretsIn } from "./everything-in.ts";
import { canary, clientOf, idInstance, rejectionOf, startLocalApi } from "./local-api.ts";

const { token, phone, webhookToken } = canary;
const path = `/waInstance${idInstance}/sendMessage/${token}`;

const calls = {
  getSettings: (client: ApiClient) => client.getSettings(),
  getStateInstance: (client: ApiClient) => client.getStateInstance(),
  setSettings: (client: ApiClient) =>
    client.setSettings({ webhookUrlToken: `Bearer ${webhookToken}`, webhookUrl: `https://a.example/?k=${webhookToken}` }),
  sendMessage: (client: ApiClient) => client.sendMessage({ chatId: `${phone}@c.us`, message: `${webhookToken} x` }),
  receiveNotification: (client: ApiClient) => client.receiveNotification(),
  clearWebhooksQueue: (client: ApiClient) => client.clearWebhooksQueue(),
  updateApiToken: (client: ApiClient) => client.updateApiToken(),
  checkAccount: (client: ApiClient) => client.checkAccount({ phoneNumber: Number(phone) }),
  getGroupData: (client: ApiClient) => client.getGroupData({ groupId: `${phone}-1@g.us` }),
  deleteStatus: (client: ApiClient) => client.deleteStatus({ idMessage: "1" }),
  call: (client: ApiClient) => client.call("getProducts", { query: { chatId: `${phone}@c.us` }, body: { phone: Number(phone) } }),
  startAuthorization: (client: ApiClient) => client.startAuthorization({ phoneNumber: Number(phone) }),
};

const quota = (status: string) => ({ method: "sendMessage", used: 3, total: "3", status, description: `allowed: ${phone}@c.us` });

/** The call, the status and the body of its response, and the error that it must become. */
const cases: readonly (readonly [call: keyof typeof calls, status: number, body: string | object, expected: object])[] = [
  [
    "sendMessage",
    400,
    { statusCode: 400, timestamp: 1, path, message: "Validation failed. Details: 'chatId' is required" },
    {
      name: "ApiValidationError",
      status: 400,
      message: `Cannot call "sendMessage": GREEN-API refuses the input: Validation failed. Details: 'chatId' is required`,
    },
  ],
  [
    "sendMessage",
    400,
    { path, message: `chatId '${phone}@c.us' and ${webhookToken} at http://h${path} +7 (999) 000-11-22` },
    { name: "ApiValidationError" },
  ],
  ["setSettings", 400, `bad value ${webhookToken} in ${path}`, { name: "ApiValidationError" }],
  ["sendMessage", 400, { message: "instance in starting process try later" }, { name: "ApiInstanceNotReadyError", reason: "starting" }],
  ["sendMessage", 400, "instance is starting or not authorized", { name: "ApiInstanceNotReadyError", reason: "notAuthorized" }],
  [
    "sendMessage",
    400,
    { message: "Instance account is expired. Renew your instance from personal area" },
    { name: "ApiInstanceNotReadyError", reason: "expired" },
  ],
  ["sendMessage", 400, { message: "Instance is deleted" }, { name: "ApiInstanceNotReadyError", reason: "deleted" }],
  ["sendMessage", 403, "Your account is suspended", { name: "ApiInstanceNotReadyError", reason: "suspended" }],
  [
    "receiveNotification",
    400,
    {
      statusCode: 400,
      path,
      message: "Message cannot be received because custom webhook url is set to the instance. Clear it and wait about 1 minute",
    },
    { name: "ApiWebhookUrlSetError" },
  ],
  ["getSettings", 401, "", { name: "ApiAuthorizationError", status: 401, method: "getSettings" }],
  ["getSettings", 403, `<html>403 Forbidden ${path}</html>`, { name: "ApiHostError", status: 403 }],
  [
    "getSettings",
    404,
    { statusCode: 404, path, message: `Cannot GET ${path}` },
    { name: "ApiHostError", status: 404, message: expect.stringContaining("another host's instance") as string },
  ],
  ["sendMessage", 429, "", { name: "ApiRateLimitError", status: 429 }],
  ["sendMessage", 466, { invokeStatus: quota("QUOTE_EXCEEDED") }, { name: "ApiQuotaError", status: 466, used: 3, total: 3 }],
  [
    "sendMessage",
    466,
    { invokeStatus: quota("QUOTE_ALLOWED"), correspondentsStatus: { ...quota("CORRESPONDENTS_QUOTE_EXCEEDED"), used: "4" } },
    { name: "ApiQuotaError", used: 4, total: 3 },
  ],
  ["sendMessage", 469, "", { name: "ApiQuotaError" }],
  ["sendMessage", 200, { correspondentsStatus: quota("CORRESPONDENTS_QUOTE_EXCEEDED") }, { name: "ApiQuotaError", status: 200 }],
  ["sendMessage", 500, { message: "request entity too large" }, { name: "ApiValidationError" }],
  ["sendMessage", 502, `<html>502 ${path}</html>`, { name: "ApiServerError", status: 502 }],
  ["sendMessage", 499, "", { name: "ApiServerError", status: 499 }],
  ["getSettings", 204, "", { name: "ApiResponseError", code: "STATUS" }],
  ["getSettings", 200, "", { name: "ApiResponseError", code: "EMPTY" }],
  ["getSettings", 200, `<html>${token}</html>`, { name: "ApiResponseError", code: "HTML" }],
  ["getSettings", 200, `{"webhookUrlToken":"${webhookToken}","wid":`, { name: "ApiResponseError", code: "JSON" }],
  ["getSettings", 200, [token], { name: "ApiResponseError", code: "SHAPE" }],
  [
    "sendMessage",
    200,
    { idMessage: 5, phone },
    {
      name: "ApiResponseError",
      code: "SHAPE",
      message: 'Cannot call "sendMessage": the response lacks "idMessage", which must be of type string',
    },
  ],
  ["getGroupData", 200, '"Error: item-not-found"', { name: "ApiValidationError", status: 200, code: "item-not-found" }],
  ["getGroupData", 200, '"Error: forbidden"', { name: "ApiValidationError", code: "forbidden" }],
  ...[200, 400].map(
    (status) =>
      [
        "checkAccount",
        status,
        { status: false, reason: "User get contact info limit reached" },
        { name: "ApiQuotaError", status },
      ] as const,
  ),
  ["checkAccount", 469, "", { name: "ApiQuotaError", status: 469 }],
  [
    "deleteStatus",
    403,
    { message: "Method is temporarily not working" },
    { name: "ApiHostError", message: expect.stringContaining("or not this method") as string },
  ],
  ["deleteStatus", 200, "<html>", { name: "ApiResponseError", code: "HTML" }],
  ["deleteStatus", 200, { status: false, reason: "no_access" }, { name: "ApiValidationError", code: "no_access" }],
  ["call", 200, `<html>${token}`, { name: "ApiResponseError", code: "HTML" }],
  ["call", 404, { path }, { name: "ApiHostError" }],
  ["call", 400, { message: `${phone} at ${path}` }, { name: "ApiValidationError" }],
  ["call", 200, { code: 401, description: token }, { name: "ApiAuthorizationError" }],
  ["sendMessage", 200, JSON.stringify(`Error: item-not-found ${phone}`), { name: "ApiValidationError", status: 200 }],
  ["getStateInstance", 200, "null", { name: "ApiInstanceNotReadyError", reason: "starting" }],
  ["clearWebhooksQueue", 200, { isCleared: false, reason: "too many requests", leftTime: 40 }, { name: "ApiRateLimitError", status: 200 }],
  ["updateApiToken", 200, { code: 401, description: "Unauthorized" }, { name: "ApiAuthorizationError", status: 200 }],
  ["updateApiToken", 200, { code: 500, description: `no ${token}` }, { name: "ApiValidationError", status: 200 }],
  ["startAuthorization", 200, { status: false, reason: "instance is starting or not authorized" }, { name: "ApiInstanceNotReadyError" }],
  ["startAuthorization", 400, { status: false, reason: `rate_limit_exceeded ${phone}` }, { name: "ApiValidationError", status: 400 }],
  [
    "startAuthorization",
    200,
    { status: false, data: { status: "fail", reason: "rate_limit_exceeded", retryAfter: 30 } },
    { name: "ApiRateLimitError", status: 200, retryAfterMilliseconds: 30_000 },
  ],
  [
    "startAuthorization",
    200,
    { status: true, data: { status: "fail", reason: "rate_limit_exceeded", retryAfter: 0.2 } },
    { name: "ApiRateLimitError", retryAfterMilliseconds: 1_000 },
  ],
  ["startAuthorization", 400, { status: false, reason: "rate_limit_exceeded" }, { name: "ApiRateLimitError", status: 400 }],
  [
    "startAuthorization",
    200,
    { status: true, data: { status: "fail", reason: "invalid_password" } },
    { name: "ApiValidationError", code: "invalid_password", message: expect.stringContaining("invalid_password") as string },
  ],
  ["startAuthorization", 200, { status: true, data: { status: "fail", reason: null } }, { name: "ApiValidationError" }],
  ["startAuthorization", 200, { status: false, reason: "" }, { name: "ApiValidationError" }],
  ["startAuthorization", 200, { status: false, data: { status: "fail", reason: `invalid_${token}` } }, { name: "ApiValidationError" }],
];

test.each(cases)("%s(): a response of status %d is a typed error without secrets (%#)", async (call, status, body, expected) => {
  const api = await startLocalApi((_, response) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  });
  const error = await rejectionOf(calls[call](clientOf(api.url, { maxRetries: 0 })));
  expect(error).toMatchObject(expected);
  expect(error).toHaveProperty("method", call === "call" ? "getProducts" : call);
  expect(secretsIn(everythingIn(error))).toEqual([]);
  expect(error.message.length).toBeLessThan(400);
});

/** Without repetitions, so that each place in it has a base64 of its own. */
const unique = "8f3a1b9c7d2e4f60a5b8c1d7e9f2034b6a7c8d9e0f1b2c3d4e";
const base64 = (text: string) => Buffer.from(text).toString("base64");

test.each([
  ["in capitals", unique.toUpperCase()],
  ["cut at its end", unique.slice(0, 20)],
  ["cut at its beginning", unique.slice(-9)],
  ["with dashes in it", unique.replace(/.{8}/g, "$&-")],
  ["in base64", base64(unique)],
  ["in base64 after one character", base64(`:${unique}`)],
  ["in base64 after two characters", base64(`u:${unique}`)],
  ["in base64, cut", base64(unique).slice(5, 20)],
  ["in base64url after a name", Buffer.from(`user:${unique}`).toString("base64url")],
])("a token that is echoed %s shows nowhere", async (_, echo) => {
  const message = `Validation failed: '${echo}' isn't the parameter chatId, '${webhookToken.toUpperCase()}' isn't message`;
  const api = await startLocalApi((_call, response) => void response.writeHead(400).end(JSON.stringify({ message })));
  const error = await rejectionOf(calls.sendMessage(clientOf(api.url, { apiTokenInstance: unique })));
  expect(error.message).toMatch(/Validation failed: '…' isn't the parameter chatId, '…' isn't message$/);
});

test("sendMessage() takes a message that was sent for sent, whatever is said about the quota beside it", async () => {
  const taken = { idMessage: "1", correspondentsStatus: quota("CORRESPONDENTS_QUOTE_EXCEEDED") };
  const api = await startLocalApi((_, response) => response.end(JSON.stringify(taken)));
  expect(await calls.sendMessage(clientOf(api.url))).toEqual(taken);
});

test("setSettings() doesn't take a refused webhookUrl for a queue that can't be read", async () => {
  const api = await startLocalApi((_, response) => void response.writeHead(400).end('{"message":"webhookUrl must be a custom url"}'));
  await expect(calls.setSettings(clientOf(api.url))).rejects.toMatchObject({ name: "ApiValidationError" });
});

test("a refusal of a megabyte is read in no time", async () => {
  const api = await startLocalApi((_, response) => void response.writeHead(400).end("instance ".repeat(110_000)));
  const begun = performance.now();
  await expect(calls.sendMessage(clientOf(api.url, { responseTimeoutMilliseconds: 5_000 }))).rejects.toMatchObject({
    name: "ApiValidationError",
  });
  expect(performance.now() - begun).toBeLessThan(4_000);
});

test("everythingIn() would find a secret that an error carries", () => {
  const error = new Error("x", { cause: Object.assign(new Error("y"), { input: `a ${token}` }) });
  expect(secretsIn(everythingIn(error))).toEqual([token]);
});
