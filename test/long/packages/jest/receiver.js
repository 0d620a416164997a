// Jest as it comes, without any configuration.
const { createDispatcher, createWebhookHandler } = require("@greenhook/core");
const { ApiAuthorizationError, createApiClient } = require("@greenhook/core/api");
const { createEmulator } = require("@greenhook/emulator");
const { textMessage } = require("@greenhook/emulator/notifications");
const { toExpressHandler } = require("@greenhook/express");
const { toFetchHandler } = require("@greenhook/fetch");
const { toNodeListener } = require("@greenhook/node");

test("a dispatcher", async () => {
  const texts = [];
  const dispatcher = createDispatcher().onText((_notification, text) => void texts.push(text));
  expect(await dispatcher.deliver(textMessage({ text: "hello" }))).toBe("handled");
  expect(texts).toEqual(["hello"]);
});

test("the adapters", async () => {
  const handler = createWebhookHandler({ token: "secret", deliver: () => undefined });
  for (const adapt of [toExpressHandler, toNodeListener]) expect(adapt(handler)).toBeInstanceOf(Function);
  const request = (token) =>
    new Request("http://localhost/", {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify(textMessage({ text: "hello" })),
    });
  expect((await toFetchHandler(handler)(request("secret"))).status).toBe(200);
  expect((await toFetchHandler(handler)(request("wrong"))).status).toBe(401);
});

test("the API client and the emulator", async () => {
  const emulator = await createEmulator();
  const instance = emulator.addInstance();
  expect(await createApiClient(instance).getStateInstance()).toMatchObject({ stateInstance: "authorized" });
  const calling = createApiClient({ ...instance, apiTokenInstance: "wrong" }).getStateInstance();
  await expect(calling).rejects.toBeInstanceOf(ApiAuthorizationError);
  await expect(calling).rejects.toMatchObject({ name: "ApiAuthorizationError" });
  await emulator.close();
});
