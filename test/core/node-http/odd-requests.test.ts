import { once } from "node:events";
import { connect, createServer } from "node:http2";
import type { AddressInfo } from "node:net";
import { createWebhookHandler, type DeliveryOutcome } from "@greenhook/core";
import type { NodeRequest, NodeResponse } from "@greenhook/core/node-http";
import { toExpressHandler } from "@greenhook/express";
import { toNodeListener } from "@greenhook/node";
import { expect, test } from "vitest";
import { serveListener } from "../../contract/set-up.ts";
import { textMessage } from "../../support/notifications.ts";

const notification = textMessage("Grüße, 日本語");

test.each<[BufferEncoding, number]>([
  ["utf8", 200],
  ["latin1", 500],
  ["ascii", 500],
  ["hex", 500],
  ["base64", 500],
  ["utf16le", 500],
])("a request whose encoding is set to %s is read right, or refused", async (encoding, expected) => {
  const delivered: unknown[] = [];
  const outcomes: DeliveryOutcome[] = [];
  const listener = toNodeListener(
    createWebhookHandler({
      token: "secret",
      deliver: ({ value }) => void delivered.push(value),
      quarantine: () => Promise.reject(new Error("nothing of it may be kept")),
      onOutcome: (outcome) => void outcomes.push(outcome),
    }),
  );
  const { url, close } = await serveListener((request, response) => listener(request.setEncoding(encoding), response));
  const { status } = await fetch(url, { method: "POST", headers: { authorization: "Bearer secret" }, body: JSON.stringify(notification) });
  await close();
  expect(status).toBe(expected);
  expect(delivered).toEqual(expected === 200 ? [notification] : []);
  expect(outcomes[0]?.code).toBe(expected === 200 ? undefined : "BODY_CONSUMED");
});

test.each<[string, object, number]>([
  ["a wrong token", { headers: { authorization: "Bearer wrong" } }, 401],
  ["another method", { method: "GET" }, 405],
  ["a parsed body", {}, 200],
])("a request that is no stream gets a response: %s", async (_, request, expected) => {
  const sent: { headers: Record<string, string>; body: unknown } = { headers: {}, body: undefined };
  const response = {
    statusCode: 0,
    headersSent: false,
    setHeader: (name: string, value: string) => void (sent.headers[name] = value),
    removeHeader: () => undefined,
    write: () => undefined,
    end: (body?: string) => void (sent.body = body),
  } satisfies NodeResponse & { removeHeader: unknown };
  const double = { method: "POST", headers: { authorization: "Bearer secret" }, body: notification, ...request };
  const handler = createWebhookHandler({ token: "secret", deliver: () => undefined });
  await toExpressHandler(handler)(double as unknown as NodeRequest, response);
  expect(response.statusCode).toBe(expected);
  expect(JSON.parse(String(sent.body))).toHaveProperty(expected === 200 ? "ok" : "code");
});

test.each<[string, (bytes: Buffer) => object]>([
  ["its bytes at rawBody", (bytes) => ({ rawBody: bytes, body: {} })],
  ["its text at body", (bytes) => ({ body: bytes.toString() })],
  ["its value at body", (bytes) => ({ body: JSON.parse(bytes.toString()) as unknown })],
])("toNodeListener() takes a body that was read before from where a platform keeps %s", async (_, kept) => {
  const delivered: unknown[] = [];
  const listener = toNodeListener(createWebhookHandler({ token: "secret", deliver: ({ value }) => void delivered.push(value) }));
  const { url, close } = await serveListener(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    await listener(Object.assign(request, kept(Buffer.concat(chunks))), response);
  });
  const { status } = await fetch(url, { method: "POST", headers: { authorization: "Bearer secret" }, body: JSON.stringify(notification) });
  await close();
  expect([status, delivered]).toEqual([200, [notification]]);
});

test("a body that a platform's getter throws at is consumed, and the outcome says why", async () => {
  const outcomes: DeliveryOutcome[] = [];
  const listener = toNodeListener(
    createWebhookHandler({ token: "secret", deliver: () => undefined, onOutcome: (outcome) => void outcomes.push(outcome) }),
  );
  const cause = new SyntaxError("Invalid JSON");
  const { url, close } = await serveListener(async (request, response) => {
    for await (const chunk of request) void chunk;
    const body: PropertyDescriptor = {
      get: () => {
        throw cause;
      },
    };
    await listener(Object.defineProperty(request, "body", body), response);
  });
  const { status } = await fetch(url, { method: "POST", headers: { authorization: "Bearer secret" }, body: "{" });
  await close();
  expect([status, outcomes[0]?.code, outcomes[0]?.error]).toEqual([500, "BODY_CONSUMED", cause]);
});

test("an HTTP/2 stream is closed after a refusal, while the client still sends", async () => {
  const listener = toNodeListener(createWebhookHandler({ token: "secret", deliver: () => undefined }));
  const server = createServer((request, response) => void listener(request as never, response as never)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const client = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const stream = client.request({ ":method": "POST", authorization: "Bearer wrong" });
  stream.on("error", () => undefined);
  // More than the windows of stream and connection hold, and no end.
  stream.write(Buffer.alloc(9_000_000, " "));
  const [headers] = (await once(stream, "response")) as [Record<string, unknown>];
  stream.resume();
  await once(stream, "close");
  expect(headers[":status"]).toBe(401);
  client.destroy();
  server.close();
});
