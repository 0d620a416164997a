import { createWebhookHandler } from "@greenhook/core";
import { toKoaMiddleware } from "@greenhook/koa";
import Koa from "koa";
import { expect, test } from "vitest";
import { serveListener } from "../contract/set-up.ts";

const handler = createWebhookHandler({ token: "secret", deliver: () => undefined });
const good = { method: "POST", headers: { authorization: "Bearer secret" }, body: '{"typeWebhook":"somethingNew"}' };

test("toKoaMiddleware() lets the middleware around it see the status", async () => {
  const statuses: number[] = [];
  const app = new Koa();
  app.use(async (context, next) => {
    await next();
    statuses.push(context.status);
    // Too late, and harmless.
    context.set("x-late", "1");
    context.body = "something else";
  });
  app.use(toKoaMiddleware(handler));
  const { url, close } = await serveListener(app.callback());
  const responses = [await fetch(url, good), await fetch(url, { ...good, headers: {} })];
  expect(await Promise.all(responses.map((response) => response.json()))).toMatchObject([{ ok: true }, { code: "AUTH_MISSING" }]);
  expect(statuses).toEqual([200, 401]);
  await close();
});

test("toKoaMiddleware() tells the developer what to change where the body was read and nothing kept", async () => {
  const app = new Koa();
  app.use(async (context, next) => {
    for await (const chunk of context.req) void chunk;
    await next();
  });
  app.use(toKoaMiddleware(handler));
  const { url, close } = await serveListener(app.callback());
  const response = await fetch(url, good);
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({ code: "BODY_CONSUMED" });
  await close();
});
