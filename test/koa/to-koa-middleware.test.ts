import { createWebhookHandler, type RejectedDelivery } from "@greenhook/core";
import { toKoaErrorMiddleware, toKoaMiddleware } from "@greenhook/koa";
import { bodyParser as newBodyParser } from "@koa/bodyparser";
import Koa from "koa";
import koaBodyParser from "koa-bodyparser";
import mount from "koa-mount";
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

test.each([
  ["koa-bodyparser", koaBodyParser],
  ["@koa/bodyparser", newBodyParser],
])("toKoaErrorMiddleware() treats what %s refused as any other body", async (_, bodyParser) => {
  const kept: RejectedDelivery[] = [];
  const keeping = createWebhookHandler({ token: "secret", deliver: () => undefined, quarantine: (rejected) => void kept.push(rejected) });
  const app = new Koa();
  app.silent = true;
  app.use(mount("/webhook", toKoaErrorMiddleware(keeping)));
  app.use(bodyParser({ jsonLimit: "100b" }));
  app.use(mount("/webhook", toKoaMiddleware(keeping)));
  const { url, close } = await serveListener(app.callback());
  const post = async (body: string, token = "secret", path = "webhook"): Promise<unknown[]> => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const response = await fetch(url + path, { method: "POST", headers, body });
    const answer = await response.text();
    return [response.status, /"(?:code|quarantined)":"(\w+)"/.exec(answer)?.[1]];
  };
  expect(await post("{")).toEqual([200, "JSON"]);
  expect(kept.map(({ value }) => value)).toEqual(["{"]);
  expect(await post("{", "wrong")).toEqual([401, "AUTH_INVALID"]);
  expect(await post(good.body)).toEqual([200, undefined]);
  expect(await post(JSON.stringify({ text: "x".repeat(200) }))).toEqual([413, undefined]);
  expect(await post("{", "secret", "elsewhere")).toEqual([400, undefined]);
  expect(kept).toHaveLength(1);
  await close();
});
