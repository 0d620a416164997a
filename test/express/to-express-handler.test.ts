import { createWebhookHandler, type DeliveryOutcome, type RejectedDelivery, type WebhookHandler } from "@greenhook/core";
import { toExpressErrorHandler, toExpressHandler } from "@greenhook/express";
import express from "express";
import express4 from "express4";
import { describe, expect, test } from "vitest";
import { serveListener } from "../contract/set-up.ts";

const notification = { typeWebhook: "somethingNew", note: "é" };
const text = JSON.stringify(notification);
type Middleware = express.RequestHandler;

/** Reads the body and keeps nothing of it. */
const greedy: Middleware = (request, _response, next) => {
  request.on("data", () => undefined);
  request.on("end", () => next());
};

describe.each([
  { name: "Express 5", framework: express },
  { name: "Express 4", framework: express4 as unknown as typeof express },
])("toExpressHandler() in $name", ({ framework }) => {
  /** The response and the delivery where `before` stands in front. */
  async function post(
    before: readonly Middleware[],
    sent: string = text,
  ): Promise<{ status: number; body: unknown; value: unknown; outcome: DeliveryOutcome | undefined; headers: Headers }> {
    let value: unknown;
    let outcome: DeliveryOutcome | undefined;
    const handler: WebhookHandler = createWebhookHandler({
      token: "secret",
      deliver: (parsed) => void ({ value } = parsed),
      onOutcome: (given) => void (outcome = given),
    });
    const app = framework();
    for (const middleware of before) app.use(middleware);
    app.use(toExpressHandler(handler));
    const { url, close } = await serveListener(app);
    const headers = { authorization: "Bearer secret", "content-type": "application/json" };
    const response = await fetch(url, { method: "POST", headers, body: sent });
    const body = await response.json();
    await close();
    return { status: response.status, body, value, outcome, headers: response.headers };
  }

  test("delivers what express.json() made of the body, the very object", async () => {
    let parsed: unknown;
    const { status, value } = await post([
      framework.json(),
      (request, _response, next) => {
        parsed = request.body;
        next();
      },
    ]);
    expect(status).toBe(200);
    expect(value).toBe(parsed);
    expect(value).toEqual(notification);
  });

  test("prefers the bytes in req.rawBody, as Cloud Functions keep them", async () => {
    const platform: Middleware = (request, _response, next) => {
      const parts: Uint8Array[] = [];
      request.on("data", (part: Uint8Array) => parts.push(part));
      request.on("end", () => {
        Object.assign(request, { rawBody: Buffer.concat(parts), body: { typeWebhook: "not this" } });
        next();
      });
    };
    expect(await post([platform])).toMatchObject({ status: 200, value: notification });
    expect(await post([platform], `${text}}`)).toMatchObject({ status: 400, body: { code: "JSON", position: text.length } });
  });

  test.each([
    ["a Buffer", (body: Buffer): unknown => body],
    ["a string", (body: Buffer): unknown => body.toString()],
    ["a Uint8Array", (body: Buffer): unknown => new Uint8Array(body)],
    ["an ArrayBuffer", (body: Buffer): unknown => new Uint8Array(body).buffer],
    ["a web stream", (body: Buffer): unknown => new Blob([new Uint8Array(body)]).stream()],
  ])("takes %s as req.body", async (_name, made) => {
    const reader: Middleware = (request, _response, next) => {
      const parts: Uint8Array[] = [];
      request.on("data", (part: Uint8Array) => parts.push(part));
      request.on("end", () => {
        request.body = made(Buffer.concat(parts));
        next();
      });
    };
    expect(await post([reader])).toMatchObject({ status: 200, value: notification });
  });

  test("tells the developer what to change where the body was read and nothing kept", async () => {
    const { status, body, outcome } = await post([greedy]);
    expect(status).toBe(500);
    expect(body).toMatchObject({ code: "BODY_CONSUMED", message: expect.stringContaining("mount the handler before what read it") });
    expect(outcome).toMatchObject({ outcome: "refused", code: "BODY_CONSUMED" });
  });

  test("reads the stream where a parser set body = {} without reading", async () => {
    const lazy: Middleware = (request, _response, next) => {
      request.body = {};
      next();
    };
    expect(await post([lazy])).toMatchObject({ status: 200, value: notification });
  });

  test("doesn't touch req.body where nobody has read the stream, since some platforms parse in a getter", async () => {
    const platform: Middleware = (request, _response, next) => {
      const get = (): never => {
        throw new SyntaxError("Invalid JSON");
      };
      Object.defineProperty(request, "body", { get });
      next();
    };
    expect(await post([platform])).toMatchObject({ status: 200, value: notification });
    // Where it has been read, nothing can be had of it.
    expect(await post([greedy, platform])).toMatchObject({ status: 500, body: { code: "BODY_CONSUMED" } });
  });

  test.each([[[]], [undefined]])(
    "takes Authorization from headers where a platform's own request has rawHeaders %j",
    async (rawHeaders) => {
      const platform: Middleware = (request, _response, next) => {
        Object.assign(request, { rawHeaders });
        next();
      };
      const stranger: Middleware = (request, _response, next) => {
        request.headers.authorization = "Bearer secret, Bearer other";
        next();
      };
      expect(await post([platform])).toMatchObject({ status: 200, value: notification });
      expect(await post([platform, stranger])).toMatchObject({ status: 401, body: { code: "AUTH_AMBIGUOUS" } });
    },
  );

  test("delivers and rejects with nothing where the response was sent already", async () => {
    const promises: Promise<void>[] = [];
    let delivered = 0;
    const handle = toExpressHandler(createWebhookHandler({ token: "secret", deliver: () => void delivered++ }));
    const app = framework();
    app.use((request, response) => {
      response.status(503).json("too slow");
      promises.push(handle(request, response));
    });
    const { url, close } = await serveListener(app);
    const response = await fetch(url, { method: "POST", headers: { authorization: "Bearer secret" }, body: text });
    expect(response.status).toBe(503);
    await Promise.all(promises);
    expect(delivered).toBe(1);
    await close();
  });

  test("says nothing about Express", async () => {
    const { headers } = await post([]);
    expect(headers.has("x-powered-by")).toBe(false);
    expect(headers.get("content-type")).toBe("application/json");
  });
});

test.each([
  { name: "Express 5", framework: express },
  { name: "Express 4", framework: express4 as unknown as typeof express },
])("toExpressErrorHandler() treats what express.json() refused as any other body: $name", async ({ framework }) => {
  const kept: RejectedDelivery[] = [];
  const handler = createWebhookHandler({ token: "secret", deliver: () => undefined, quarantine: (rejected) => void kept.push(rejected) });
  const app = framework();
  app.use(framework.json({ limit: 100 }));
  app.use("/webhook", toExpressHandler(handler), toExpressErrorHandler(handler));
  app.use(((error, _request, response, _next) => void response.status(418).end(String(error))) as express.ErrorRequestHandler);
  const { url, close } = await serveListener(app, "/webhook");
  const post = async (body: string, token = "secret", path = ""): Promise<unknown[]> => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const response = await fetch(url + path, { method: "POST", headers, body });
    const json = response.status === 418 ? undefined : ((await response.json()) as { code?: unknown; quarantined?: unknown });
    return [response.status, json?.code ?? json?.quarantined];
  };
  expect(await post("{")).toEqual([200, "JSON"]);
  expect(await post("null")).toEqual([200, "SHAPE"]);
  expect(kept.map(({ value }) => value)).toEqual(["{", "null"]);
  expect(await post("{", "wrong")).toEqual([401, "AUTH_INVALID"]);
  expect(kept).toHaveLength(2);
  expect(await post(text)).toEqual([200, undefined]);
  expect(await post(JSON.stringify("x".repeat(200))), "too large for the parser, which keeps nothing").toEqual([418, undefined]);
  expect(await post("{", "secret", "/../elsewhere"), "another path").toEqual([418, undefined]);
  await close();
});
