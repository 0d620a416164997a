import { inspect } from "node:util";
import { createApiClient, createPartnerClient, type ApiClient } from "@greenhook/core/api";
import { expect, test } from "vitest";
import { everythingIn, secretsIn } from "./everything-in.ts";
import { canary, clientOf, rejectionOf, startLocalApi } from "./local-api.ts";

const { token, phone, webhookToken } = canary;
const chatId = `${phone}@c.us`;

const bytes = new Uint8Array(1);
const poll = (...names: readonly string[]) => names.map((optionName) => ({ optionName }));
const button = (buttonText: string) => ({ buttonId: "1", buttonText });

/** A call with a wrong input, the key at fault, and part of the message. */
const cases: readonly (readonly [call: (client: ApiClient) => Promise<unknown>, key: string | undefined, expected: string])[] = [
  [(client) => client.sendMessage({ chatId } as never), "message", '"message" is missing; it must be of type string'],
  [(client) => client.sendMessage({ chatId, message: { text: webhookToken } } as never), "message", "must be of type string"],
  [(client) => client.sendMessage({ chatId: " ", message: "" }), "chatId", "must be a string that isn't blank"],
  [(client) => client.sendMessage(undefined as never), undefined, "the input must be an object"],
  [(client) => client.sendMessage([] as never), undefined, "the input must be an object"],
  [(client) => client.sendMessage({ chatId, message: "", extra: 1n } as never), undefined, "can't be written as JSON"],
  [(client) => client.sendPoll({ chatId, message: "", options: [{ optionName: "a" }] }), "options", "2 to 12"],
  [(client) => client.sendContact({ chatId, contact: { phoneContact: `+${phone}` } } as never), "contact", "whole number"],
  [(client) => client.sendLocation({ chatId, latitude: Number.NaN, longitude: 1 }), "latitude", "finite"],
  [(client) => client.getAuthorizationCode({ phoneNumber: phone } as never), "phoneNumber", "not a string"],
  [(client) => client.deleteNotification({ receiptId: "1" } as never), "receiptId", "whole number"],
  [(client) => client.deleteNotification({} as never), "receiptId", "is missing"],
  [(client) => client.receiveNotification({ receiveTimeout: 61 }), "receiveTimeout", "5 to 60"],
  [(client) => client.setProfilePicture({ file: token } as never), "file", "Uint8Array"],
  [(client) => client.sendPoll({ chatId, message: "x".repeat(256), options: poll("a", "b") }), "message", "255"],
  [(client) => client.sendPoll({ chatId, message: "", options: poll("a", "b".repeat(101)) }), "options", "100"],
  [(client) => client.sendPoll({ chatId, message: "", options: poll("a", "a") }), "options", "another one"],
  [(client) => client.sendPoll({ chatId, message: "", options: poll(...Array.from("abcdefghijklm")) }), "options", "2 to 12"],
  [(client) => client.sendMessage({ chatId, message: "", typingTime: 999 }), "typingTime", "1000 to 20000"],
  [(client) => client.sendTyping({ chatId, typingTime: 20_001 }), "typingTime", "1000 to 20000"],
  [(client) => client.sendFileByUpload({ chatId } as never), "file", "is missing"],
  [(client) => client.sendFileByUpload({ chatId, file: new Uint8Array(0) }), "file", "1 byte to 100 MB"],
  [(client) => client.sendFileByUpload({ chatId, file: new Blob([]) }), "file", "1 byte to 100 MB"],
  [(client) => client.sendFileByUpload({ chatId, file: `/home/${token}` } as never), "file", "a stream of bytes"],
  [(client) => client.sendFileByUpload({ chatId, file: bytes, mimeType: `image/png\r\nx: ${token}` }), "mimeType", "media type"],
  [(client) => client.uploadFile({ file: bytes }), "mimeType", "is missing"],
  [(client) => client.uploadFile({ file: new File([bytes], "a.png") }), "mimeType", "is missing"],
  [(client) => client.forwardMessages({ chatId, chatIdFrom: chatId, messages: [1] } as never), "messages", "array of strings"],
  [(client) => client.sendInteractiveButtonsReply({ chatId, body: "", buttons: [] }), "buttons", "1 to 3"],
  [(client) => client.sendInteractiveButtonsReply({ chatId, body: "", buttons: ["1", "2", "3", "4"].map(button) }), "buttons", "1 to 3"],
  [(client) => client.sendInteractiveButtonsReply({ chatId, body: "", buttons: [button("x".repeat(26))] }), "buttons", "25 characters"],
  [(client) => client.sendInteractiveButtons({ chatId, body: "", buttons: [{ buttonText: "x" }] } as never), "buttons", "buttonId"],
  [(client) => client.setDisappearingChat({ chatId, ephemeralExpiration: 60 } as never), "ephemeralExpiration", "86400"],
  [(client) => client.getGroupData({} as never), "groupId", '"groupId" or "chatId" is missing'],
  [(client) => client.leaveGroup({ groupId: chatId, chatId } as never), "chatId", 'only one of "groupId" or "chatId" may be given'],
  [(client) => client.checkWhatsapp({ force: true } as never), "chatId", "is missing"],
  [(client) => client.checkAccount({ phoneNumber: 1, username: "u" } as never), "username", "only one"],
  [(client) => client.createGroup({ groupName: "g", chatIds: chatId } as never), "chatIds", "array of strings"],
  [(client) => client.sendTextStatus({ message: "", participants: [1] } as never), "participants", "array of strings"],
  [(client) => client.editTemplate({ templateId: "t", templateParams: "x" } as never), "templateParams", "an object"],
  [(client) => client.createTemplate({ elementName: "t" } as never), "languageCode", "is missing"],
  [(client) => client.call(`../getSettings/${token}`), "method", "a method's name"],
  [(client) => client.call(undefined as never), "method", "a method's name"],
  [(client) => client.call("x", { verb: "get" as never }), "verb", "in capitals"],
  [(client) => client.call("x", { host: token as never }), "host", '"api" or "media"'],
  [(client) => client.call("x", { query: { a: { b: token } } as never }), "query", "strings, numbers and booleans"],
  [(client) => client.call("x", { body: 1n }), undefined, "can't be written as JSON"],
  [(client) => client.call("x", { body: () => token }), undefined, "can't be written as JSON"],
  [(client) => client.call("x", token as never), undefined, "the input must be an object"],
  [(client) => client.setSettings({}), undefined, "at least one setting"],
  [(client) => client.setSettings({ incomingWebhook: undefined }), undefined, "at least one setting"],
  [(client) => client.setSettings({ wid: chatId } as never), "wid", "can only be read"],
  [(client) => client.setSettings({ incomingWebhook: "on" } as never), "incomingWebhook", '"yes", "no" or a boolean'],
  [(client) => client.setSettings({ webhookUrl: null } as never), "webhookUrl", "of type string"],
  [(client) => client.setSettings({ delaySendMessagesMilliseconds: "500" } as never), "delaySendMessagesMilliseconds", "finite number"],
  [(client) => client.getSettings({ timeoutMilliseconds: -1 }), "timeoutMilliseconds", "above 0"],
  [(client) => client.getSettings({ signal: {} as never }), "signal", "AbortSignal"],
];

test.each(cases)("a wrong input fails before any request, naming the key: %#", async (call, key, expected) => {
  const api = await startLocalApi((_, response) => response.end("{}"));
  const error = await rejectionOf(call(clientOf(api.url)));
  expect(error).toMatchObject({ name: "ApiValidationError", message: expect.stringContaining(expected) as string });
  expect((error as { key?: string }).key).toBe(key);
  expect(error).not.toHaveProperty("status");
  expect(secretsIn(everythingIn(error))).toEqual([]);
  expect(api.calls).toEqual([]);
});

const good = { apiUrl: "https://7103.api.greenapi.com", idInstance: 1, apiTokenInstance: token };

test.each([
  ["apiUrl", { apiUrl: `${token} not a url` }],
  ["apiUrl", { apiUrl: undefined }],
  ["apiUrl", { apiUrl: `ftp://h/${token}` }],
  ["apiUrl", { apiUrl: `https://u:${token}@h` }],
  ["apiUrl", { apiUrl: `https://h/?t=${token}` }],
  ["apiUrl", { apiUrl: `https://h/waInstance1/getSettings/${token}` }],
  ["apiUrl", { apiUrl: "https://h/:token" }],
  ["apiUrl", { apiUrl: "https://h/v3/:tokens/x" }],
  ["mediaUrl", { mediaUrl: token }],
  ["mediaUrl", { mediaUrl: "https://h/:token/" }],
  ["idInstance", { idInstance: "1/../2" }],
  ["idInstance", { idInstance: 1.5 }],
  ["idInstance", { idInstance: undefined }],
  ["apiTokenInstance", { apiTokenInstance: " " }],
  ["apiTokenInstance", { apiTokenInstance: undefined }],
  ["apiTokenInstance", { apiTokenInstance: "." }],
  ["apiTokenInstance", { apiTokenInstance: " .. " }],
  ["apiTokenInstance", { apiTokenInstance: "undefined" }],
  ["maxRetries", { maxRetries: Number.NaN }],
  ["responseTimeoutMilliseconds", { responseTimeoutMilliseconds: "5" }],
  ["minUploadBytesPerSecond", { minUploadBytesPerSecond: 0 }],
  ["messenger", { messenger: token }],
  ["fetch", { fetch: token }],
  ["proxy", { proxy: "env", fetch }],
  ["callsPerSecond", { callsPerSecond: { qr: 0 } }],
  ["callsPerSecond", { callsPerSecond: { qr: "1" } }],
  ["proxy", { proxy: `http://u:${token}@h` }],
])("createApiClient() refuses a wrong %s without quoting it", (key, wrong) => {
  let error: unknown;
  try {
    createApiClient({ ...good, ...wrong } as never);
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toMatchObject({ name: "ApiValidationError", key });
  expect(secretsIn(everythingIn(error)).filter((secret) => !secret.startsWith("http"))).toEqual([]);
});

test.each([".", "..", "undefined"])("createPartnerClient() refuses the token %j", (partnerToken) => {
  expect(() => createPartnerClient({ partnerToken })).toThrow(expect.objectContaining({ name: "ApiValidationError", key: "partnerToken" }));
});

test.each([Infinity, 1e12])("a timeout of %d ms isn't over at once", async (milliseconds) => {
  const api = await startLocalApi((_, response) => void setTimeout(() => response.end('{"count":1}'), 30));
  const client = clientOf(api.url, { responseTimeoutMilliseconds: milliseconds, bodyTimeoutMilliseconds: milliseconds, maxRetries: 0 });
  expect(await client.getMessagesCount({ timeoutMilliseconds: milliseconds })).toEqual({ count: 1 });
});

test("createApiClient() keeps the token out of what a client prints", () => {
  const shown = [createApiClient(good), createPartnerClient({ partnerToken: token })].map((client) =>
    [inspect(client, { depth: Infinity, showHidden: true }), JSON.stringify(client)].join(),
  );
  expect(secretsIn(shown.join())).toEqual([]);
});
