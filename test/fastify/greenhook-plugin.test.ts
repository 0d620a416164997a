import { createWebhookHandler } from "@greenhook/core";
import { greenhookPlugin } from "@greenhook/fastify";
import { fastify } from "fastify";
import { expect, test } from "vitest";

const handler = createWebhookHandler({ token: "secret", deliver: () => undefined });
const good = {
  method: "POST",
  headers: { authorization: "Bearer secret", "content-type": "text/csv" },
  body: '{"typeWebhook":"somethingNew"}',
};

test("greenhookPlugin leaves the rest of the server as it was", async () => {
  const app = fastify();
  await app.register(greenhookPlugin, { prefix: "/webhook", handler });
  app.post("/other", (request) => ({ got: request.body }));
  const address = await app.listen({ port: 0, host: "127.0.0.1" });
  const json = { "content-type": "application/json" };
  const other = await fetch(`${address}/other`, { method: "POST", headers: json, body: '{"a":1}' });
  expect(await other.json()).toEqual({ got: { a: 1 } });
  expect((await fetch(`${address}/other`, good)).status).toBe(415);
  expect((await fetch(`${address}/webhook`, good)).status).toBe(200);
  expect((await fetch(`${address}/webhook/`, good)).status).toBe(200);
  expect((await fetch(`${address}/webhook/more`, good)).status).toBe(404);
  await app.close();
});

test("greenhookPlugin runs after the server's onRequest hooks and before its onResponse hooks", async () => {
  const seen: unknown[] = [];
  const app = fastify();
  app.addHook("onRequest", async (request) => void seen.push(request.method));
  app.addHook("onResponse", async (_request, reply) => void seen.push(reply.raw.statusCode));
  await app.register(greenhookPlugin, { prefix: "/webhook", handler });
  const address = await app.listen({ port: 0, host: "127.0.0.1" });
  await fetch(`${address}/webhook`, good);
  await fetch(`${address}/webhook`, { ...good, headers: {} });
  await app.close();
  expect(seen).toEqual(["POST", 200, "POST", 401]);
});

test("greenhookPlugin takes what middleware in front left of the body at request.raw", async () => {
  const app = fastify();
  app.addHook("onRequest", async (request) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request.raw) chunks.push(chunk as Buffer);
    Object.assign(request.raw, { body: JSON.parse(Buffer.concat(chunks).toString()) as unknown });
  });
  await app.register(greenhookPlugin, { prefix: "/webhook", handler });
  const address = await app.listen({ port: 0, host: "127.0.0.1" });
  expect((await fetch(`${address}/webhook`, good)).status).toBe(200);
  await app.close();
});
