import { createDispatcher, createReceiver, createWebhookHandler, withoutDuplicates, type WebhookHandler } from "@greenhook/core";
import { createApiClient, createPartnerClient, pollNotifications, reconcile } from "@greenhook/core/api";
import { toExpressHandler } from "@greenhook/express";
import { greenhookPlugin } from "@greenhook/fastify";
import { toFetchHandler } from "@greenhook/fetch";
import { inspect } from "@greenhook/inspector";
import { toKoaMiddleware } from "@greenhook/koa";
import { toLambdaHandler } from "@greenhook/lambda";
import { startWebhookServer, toNodeListener } from "@greenhook/node";
import { expect, test } from "vitest";

const deliver = (): undefined => undefined;
/** As JavaScript callers may give them. */
const given = (options: object) => options as never;

const makers: Readonly<Record<string, (handler: WebhookHandler) => unknown>> = {
  "make the Express handler": toExpressHandler,
  "make the Koa middleware": toKoaMiddleware,
  "make the fetch handler": toFetchHandler,
  "make the Lambda handler": toLambdaHandler,
  "make the listener": toNodeListener,
  "start the server": (handler) => startWebhookServer({ port: 0, handler }),
  "register the Fastify plugin": (handler) => greenhookPlugin({ all: () => undefined }, { handler }),
  inspect: (handler) => inspect(handler),
};

test.each(Object.entries(makers))("a dispatcher, or nothing, where a handler belongs fails at the start: %s", async (action, make) => {
  const messageOf = async (handler: unknown) => {
    try {
      await make(handler as WebhookHandler);
      return undefined;
    } catch (error) {
      return error instanceof TypeError ? error.message : undefined;
    }
  };
  const sentence = `Cannot ${action}: "handler" must be what createWebhookHandler returns`;
  expect(await messageOf(createDispatcher())).toBe(`${sentence}: a dispatcher is its option deliver`);
  for (const handler of [undefined, null, {}, "handler"]) expect(await messageOf(handler)).toBe(sentence);
});

test.each([
  ["tokens", "token"],
  ["deadlineMs", "deadlineMilliseconds"],
  ["maxBodySize", "maxBodyBytes"],
  ["quarentine", "quarantine"],
])("createWebhookHandler() names the option that %j is near to", (name, nearest) => {
  expect(() => createWebhookHandler(given({ token: "x", deliver, [name]: 1 }))).toThrow(
    new TypeError(`Cannot create the webhook handler: there is no option "${name}": did you mean "${nearest}"?`),
  );
});

test("an unknown option that is near to none is named, and one that is undefined is none", async () => {
  const sentence = (action: string) => new TypeError(`Cannot ${action}: there is no option "xyz"`);
  const xyz = { deliver, xyz: 1 };
  expect(() => createReceiver(xyz)).toThrow(sentence("create the receiver"));
  expect(() => withoutDuplicates(deliver, given(xyz))).toThrow("there is no option");
  await expect(pollNotifications(given(xyz))).rejects.toThrow(sentence("poll for notifications"));
  await expect(reconcile(given({}), deliver, given(xyz))).rejects.toThrow(sentence("reconcile").message.replace("xyz", "deliver"));
  await expect(startWebhookServer(given({ port: 0, xyz: 1 }))).rejects.toThrow(sentence("start the webhook server"));
  expect(() => createPartnerClient(given({ partnerToken: "x", xyz: 1 }))).toThrow(sentence("create the partner client"));
  const client = { apiUrl: "https://7103.api.greenapi.com", idInstance: 7103000001, apiTokenInstance: "CANARY" };
  expect(() => createApiClient(given({ ...client, apiToken: "CANARY" }))).toThrow(
    new TypeError('Cannot create the API client: there is no option "apiToken": did you mean "apiTokenInstance"?'),
  );
  expect(() => createApiClient(given({ ...client, timeoutMilliseconds: 1 }))).toThrow('there is no option "timeoutMilliseconds"');
  expect(createReceiver({ deliver, quarantine: undefined, ...({ xyz: undefined } as object) })).toBeDefined();
});
