import { createWebhookHandler, type DeliveryOutcome, type WebhookHandler } from "@greenhook/core";
import { toFetchHandler, type FetchRequest } from "@greenhook/fetch";
import { getRequestListener } from "@hono/node-server";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { serveListener } from "../contract/set-up.ts";

const handler = createWebhookHandler({ token: "secret", maxBodyBytes: 1000, deliver: () => undefined });
const receive = toFetchHandler(handler);
const url = "https://example.com/webhook";
const headers = { authorization: "Bearer secret" };
const body = '{"typeWebhook":"somethingNew"}';

test("toFetchHandler() responds to a Request with a Response", async () => {
  const response = await receive(new Request(url, { method: "POST", headers, body }));
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(await response.text()).toBe('{"ok":true,"outcome":"unknown"}');
});

test("toFetchHandler() takes whatever has the members of a Request, such as Azure Functions' HttpRequest", async () => {
  const request = new Request(url, { method: "POST", headers, body });
  const alike: FetchRequest & { readonly ip: string } = {
    ip: "203.0.113.9",
    method: "POST",
    headers: request.headers,
    body: request.body,
    bodyUsed: false,
    arrayBuffer: () => request.arrayBuffer(),
  };
  const receiveAlike = toFetchHandler(handler, { remoteAddress: ({ ip }: typeof alike) => ip });
  expect((await receiveAlike(alike)).status).toBe(200);
});

test("toFetchHandler() tells the developer what to change where the body was read or is being read", async () => {
  const used = new Request(url, { method: "POST", headers, body });
  await used.text();
  const held = new Request(url, { method: "POST", headers, body });
  const reader = held.body?.getReader();
  for (const request of [used, held]) expect(await (await receive(request)).json()).toMatchObject({ code: "BODY_CONSUMED" });
  reader?.releaseLock();
});

test("toFetchHandler() stops reading a stream without end at the limit", async () => {
  let pulled = 0;
  const endless = new ReadableStream({
    pull: (controller) => {
      pulled++;
      controller.enqueue(new Uint8Array(100).fill(32));
    },
  });
  const request = new Request(url, { method: "POST", headers, body: endless, duplex: "half" });
  const response = await receive(request);
  expect(response.status).toBe(413);
  expect(pulled).toBeLessThan(15);
});

test("toFetchHandler() reads a stream of text like one of bytes, up to the same limit", async () => {
  const streamOf = (text: string) => ({
    locked: false,
    getReader: () => {
      const steps = [{ done: false, value: text }, { done: true }];
      return { read: async () => steps.shift(), releaseLock: () => undefined };
    },
  });
  for (const [text, status] of [
    [body, 200],
    [`${body}${" ".repeat(1000)}`, 413],
  ] as const) {
    const request = { method: "POST", headers: new Headers(headers), body: streamOf(text), bodyUsed: false };
    expect((await receive(request as never)).status).toBe(status);
  }
});

test("toFetchHandler() responds 400 where the stream breaks", async () => {
  const broken = new ReadableStream({ pull: (controller) => controller.error(new Error("gone")) });
  const response = await receive(new Request(url, { method: "POST", headers, body: broken, duplex: "half" }));
  expect(await response.json()).toMatchObject({ code: "INCOMPLETE" });
});

test("toFetchHandler() gives remoteAddress all that it was called with", async () => {
  let seen: string | undefined;
  const spy: WebhookHandler = (request) => {
    seen = request.remoteAddress;
    return handler(request);
  };
  const remoteAddress = (_request: Request, ...rest: unknown[]): string => rest.join("/");
  await toFetchHandler(spy, { remoteAddress })(new Request(url, { method: "POST", headers, body }), "203.0.113.9", "more");
  expect(seen).toBe("203.0.113.9/more");
});

test("toFetchHandler() responds 500 where remoteAddress throws, and says so in the outcome", async () => {
  const outcomes: DeliveryOutcome[] = [];
  const mine = new Error("no such header");
  const remoteAddress = (): string => {
    throw mine;
  };
  const observed = createWebhookHandler({ token: "secret", deliver: () => undefined, onOutcome: (outcome) => outcomes.push(outcome) });
  const unobserved = createWebhookHandler({ token: "secret", deliver: () => undefined });
  const statuses = [];
  for (const each of [observed, unobserved]) {
    statuses.push((await toFetchHandler(each, { remoteAddress })(new Request(url, { method: "POST", headers, body }))).status);
  }
  // Where nobody wants the address, it isn't asked for.
  expect(statuses).toEqual([500, 200]);
  expect(outcomes).toMatchObject([{ outcome: "failed", code: "INTERNAL", error: mine }]);
});

describe("where the server enforces Content-Length", () => {
  const whole = toFetchHandler(handler, { enforcesContentLength: true });
  const length = (bytes: number): Record<string, string> => ({ ...headers, "content-length": String(bytes) });

  test.each(["false", "", 0])("toFetchHandler() refuses %j for that", (enforcesContentLength) => {
    expect(() => toFetchHandler(handler, { enforcesContentLength: enforcesContentLength as never })).toThrow(/must be true or false/);
  });

  /** A lazy request, such as @hono/node-server's: to look at `body` costs it dear. */
  function lazyRequest(sent: string | Error, given: Record<string, string>) {
    const arrayBuffer = async () => {
      if (typeof sent !== "string") throw sent;
      return new TextEncoder().encode(sent).buffer;
    };
    const looked: string[] = [];
    const request = {
      method: "POST",
      headers: new Headers(given),
      bodyUsed: false,
      arrayBuffer,
      get body() {
        looked.push("body");
        return new Blob([typeof sent === "string" ? sent : ""]).stream();
      },
    };
    return { request: request as never, looked };
  }

  test.each<[string, string | Error, Record<string, string>, number, string | undefined]>([
    ["within the limit", body, length(body.length), 200, undefined],
    ["longer than announced, as after a decoder in front", body, length(10), 200, undefined],
    ["over the limit all the same", " ".repeat(1001), length(10), 413, "TOO_LARGE"],
    ["announced over the limit", body, length(1001), 413, "TOO_LARGE"],
    ["shorter than announced", body, length(body.length + 1), 400, "INCOMPLETE"],
    ["that breaks off", new Error("gone"), length(body.length), 400, "INCOMPLETE"],
    ["that is compressed", body, { ...length(body.length), "content-encoding": "gzip" }, 415, "ENCODING"],
    ["with a wrong token", body, { ...length(body.length), authorization: "Bearer wrong" }, 401, "AUTH_INVALID"],
  ])("toFetchHandler() doesn't look at request.body of a body %s", async (_, sent, given, status, code) => {
    const { request, looked } = lazyRequest(sent, given);
    const response = await whole(request);
    expect([response.status, ((await response.json()) as { code?: string }).code, looked]).toEqual([status, code, []]);
  });

  test.each([undefined, "abc", "1.5"])("toFetchHandler() reads a stream within the limit where the length is %s", async (announced) => {
    const given = announced === undefined ? headers : { ...headers, "content-length": announced };
    expect((await whole(lazyRequest(body, given).request)).status).toBe(200);
    expect((await whole(lazyRequest(" ".repeat(1001), given).request)).status).toBe(413);
  });

  test("toFetchHandler() tells by itself that @hono/node-server does", async () => {
    const looked: boolean[] = [];
    const listener = getRequestListener(async (request) => {
      const spy = vi.spyOn(Object.getPrototypeOf(request) as Request, "body", "get");
      const response = await receive(request);
      looked.push(spy.mock.calls.length > 0);
      spy.mockRestore();
      return response;
    });
    const { url: served, close } = await serveListener(listener);
    onTestFinished(close);
    for (const sent of [body, new Blob([body]).stream()]) {
      expect((await fetch(served, { method: "POST", headers, body: sent, duplex: "half" })).status).toBe(200);
    }
    // The second one comes without a length.
    expect(looked).toEqual([false, true]);
  });
});
