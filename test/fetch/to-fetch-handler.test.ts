import { createWebhookHandler, type DeliveryOutcome, type WebhookHandler } from "@greenhook/core";
import { toFetchHandler } from "@greenhook/fetch";
import { expect, test } from "vitest";

const handler = createWebhookHandler({ token: "secret", maxBodyBytes: 1000, deliver: () => undefined });
const receive = toFetchHandler(handler);
const url = "https://example.com/webhook";
const headers = { authorization: "Bearer secret" };
const body = '{"typeWebhook":"somethingNew"}';

test("toFetchHandler() answers a Request with a Response", async () => {
  const response = await receive(new Request(url, { method: "POST", headers, body }));
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("application/json");
  expect(await response.text()).toBe('{"ok":true}');
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

test("toFetchHandler() answers 400 where the stream breaks", async () => {
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

test("toFetchHandler() answers 500 where remoteAddress throws, and says so in the outcome", async () => {
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
