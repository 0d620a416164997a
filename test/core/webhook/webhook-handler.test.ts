import {
  authorizationOf,
  createReceiver,
  createWebhookHandler,
  type DeliveryContext,
  type DeliveryOutcome,
  type RejectedDelivery,
  type WebhookHandlerOptions,
  type WebhookReceiverOptions,
  type WebhookRequest,
} from "@greenhook/core";
import { webStreamChunks } from "@greenhook/core/web-stream";
import { describe, expect, test } from "vitest";

type Options = Partial<WebhookHandlerOptions> | Partial<WebhookReceiverOptions>;

const text = '{"typeWebhook":"somethingNew"}';
const bytes = new TextEncoder().encode(text);
const read = (value: unknown) => ({ kind: "read", value }) as const;

async function* chunksOf(...chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* chunks;
}
const unread = (...chunks: readonly Uint8Array[]) => ({ kind: "unread", chunks: chunksOf(...chunks) }) as const;

/** What a handler makes of a request: the response's status, code, and whether it closes the connection; and the outcome. */
async function respond(options: Options, request: Partial<WebhookRequest>) {
  const outcomes: DeliveryOutcome[] = [];
  const deliver = "receiver" in options ? {} : { deliver: () => undefined };
  const handler = createWebhookHandler({
    token: "t",
    ...deliver,
    ...options,
    onOutcome: (outcome: DeliveryOutcome) => void outcomes.push(outcome),
  } as WebhookHandlerOptions);
  const response = await handler({ method: "POST", authorization: ["Bearer t"], body: read(text), ...request });
  const { code, message } = (response.body === "" ? {} : JSON.parse(response.body)) as { code?: string; message?: string };
  return { ...response, code, message, outcome: outcomes[0], summary: [response.status, code, response.closeConnection] };
}

async function* endless(): AsyncGenerator<Uint8Array> {
  await new Promise(() => undefined);
  yield bytes;
}

const rows: readonly (readonly [string, Options, Partial<WebhookRequest>, readonly [number, string | undefined, boolean]])[] = [
  ["what is accepted", {}, { body: unread(bytes) }, [200, undefined, false]],
  ["another method", {}, { method: "GET" }, [405, "METHOD", true]],
  ["no token", {}, { authorization: [] }, [401, "AUTH_MISSING", true]],
  ["another address", { sourceAddresses: { isAllowed: () => false, mode: "enforce" } }, {}, [403, "IP_DENIED", true]],
  ["an announced length over the limit", { maxBodyBytes: 29 }, { body: unread(bytes), contentLength: 30 }, [413, "TOO_LARGE", true]],
  ["more bytes than the limit", { maxBodyBytes: 29 }, { body: unread(bytes) }, [413, "TOO_LARGE", true]],
  ["as many bytes as the limit", { maxBodyBytes: 30 }, { body: unread(bytes), contentLength: 30 }, [200, undefined, false]],
  ["a compressed body", {}, { body: unread(bytes), contentEncoding: "gzip" }, [415, "ENCODING", true]],
  ["a body that isn't compressed", {}, { body: unread(bytes), contentEncoding: " Identity " }, [200, undefined, false]],
  ["an empty content-encoding", {}, { body: unread(bytes), contentEncoding: "" }, [200, undefined, false]],
  ["fewer bytes than announced", {}, { body: unread(bytes), contentLength: 31 }, [400, "INCOMPLETE", true]],
  ["a chunk that is none", {}, { body: unread(5 as never) }, [500, "INTERNAL", true]],
  ["no body at all", {}, { body: { kind: "consumed" } }, [500, "BODY_CONSUMED", false]],
  ["what is no JSON", {}, { body: unread(bytes.subarray(1)) }, [400, "JSON", false]],
  [
    "a body that doesn't end by the deadline",
    { deadlineMilliseconds: 5 },
    { body: { kind: "unread", chunks: endless() } },
    [503, "DEADLINE", true],
  ],
  ["a handler that doesn't", { deadlineMilliseconds: 5, deliver: () => new Promise(() => undefined) }, {}, [503, "DEADLINE", false]],
];

test.each(rows)("a webhook handler closes the connection where it leaves something unread: %s", async (_, options, request, expected) => {
  const { summary, message, headers } = await respond(options, request);
  expect(summary).toEqual(expected);
  if (expected[1] !== undefined) expect(message, "in words").toMatch(/^(The|There|Method|An) .{10}/);
  expect(headers["content-type"]).toBe("application/json");
});

test("HEAD gets no body", async () => {
  expect(await respond({}, { method: "HEAD" })).toMatchObject({ status: 405, body: "", headers: { allow: "POST" } });
});

describe("a body that a parser read", () => {
  // 30 bytes each, and 28 UTF-16 units the second.
  const wide = '{"typeWebhook":"somethingéé"}'.replace("something", "somethi");
  test.each<[string, unknown]>([
    ["text", text],
    ["text beyond ASCII", `${wide}${" ".repeat(30 - new TextEncoder().encode(wide).byteLength)}`],
    ["bytes", bytes],
    ["a view of bytes", new DataView(bytes.buffer)],
    ["a buffer", bytes.buffer],
  ])("has the same limit: %s", async (_, value) => {
    expect((await respond({ maxBodyBytes: 30 }, { body: read(value) })).summary).toEqual([200, undefined, false]);
    expect((await respond({ maxBodyBytes: 29 }, { body: read(value) })).summary).toEqual([413, "TOO_LARGE", false]);
  });

  test("is decoded as text, and kept as it was", async () => {
    const contexts: DeliveryContext[] = [];
    const kept: RejectedDelivery[] = [];
    const options = {
      deliver: (_: unknown, context: DeliveryContext) => void contexts.push(context),
      quarantine: (one: RejectedDelivery) => void kept.push(one),
    };
    for (const value of [text, bytes, "{", bytes.subarray(1)]) await respond(options, { body: read(value) });
    expect(contexts.map(({ rawText, source, origin }) => [rawText, source, origin])).toEqual(
      Array.from({ length: 2 }, () => [text, "webhook", "webhook"]),
    );
    expect(kept).toMatchObject([
      { code: "JSON", value: "{" },
      { code: "JSON", bytes: bytes.subarray(1) },
    ]);
  });
});

test("a compressed body is read where a quarantine may keep it, the handler's or its receiver's", async () => {
  const kept: RejectedDelivery[] = [];
  const quarantine = (rejected: RejectedDelivery) => void kept.push(rejected);
  for (const options of [{ quarantine }, { receiver: createReceiver({ deliver: () => undefined, quarantine }) }]) {
    const { status, body } = await respond(options, { body: unread(bytes), contentEncoding: "gzip" });
    expect([status, body]).toMatchObject([200, expect.stringContaining('"quarantined":"ENCODING"')]);
  }
  expect(kept).toMatchObject([
    { code: "ENCODING", bytes },
    { code: "ENCODING", bytes },
  ]);
});

test("a stream that breaks is released, and says why; one that can't be released is none the worse", async () => {
  const error = new Error("reset");
  let released = 0;
  const release = (): Promise<never> => {
    released += 1;
    return Promise.reject(new Error("too late"));
  };
  for (const methods of [{ return: release }, {}]) {
    const chunks = { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(error), ...methods }) };
    const { summary, outcome } = await respond({}, { body: { kind: "unread", chunks } });
    expect([summary, outcome?.error]).toEqual([[400, "INCOMPLETE", true], error]);
  }
  expect(released).toBe(1);
});

test("a web stream whose rest is left unread is unlocked, and not cancelled", async () => {
  let cancelled = false;
  const stream = new ReadableStream({ pull: (controller) => controller.enqueue(bytes), cancel: () => void (cancelled = true) });
  const { summary } = await respond({ maxBodyBytes: 29 }, { body: { kind: "unread", chunks: webStreamChunks(stream) } });
  expect([summary, stream.locked, cancelled]).toEqual([[413, "TOO_LARGE", true], false, false]);
});

test.each<[object, RegExp]>([
  [{ deliver: () => undefined, maxBodyBytes: 0 }, /"maxBodyBytes" must be a number above 0/],
  [{ deliver: () => undefined, deadlineMilliseconds: 2 ** 31 }, /"deadlineMilliseconds" must be a number above 0 and below 2\^31/],
  [{ receiver: null }, /"receiver" must be made by createReceiver/],
  [{ receiver: createReceiver({ deliver: () => undefined }), deliver: () => undefined }, /belong to the receiver/],
  [{ receiver: createReceiver({ deliver: () => undefined }), joinMilliseconds: 5 }, /belong to the receiver/],
])("createWebhookHandler() fails at the start for %o", (options, message) => {
  expect(() => createWebhookHandler({ token: "t", ...options } as never)).toThrow(message);
});

describe("X-Forwarded-For of a trusted proxy", () => {
  const sourceAddresses = { isAllowed: () => true, isTrustedProxy: (address: string) => address === "10.0.0.1", mode: "report" } as const;
  const addressOf = async (forwardedFor: string | undefined) => {
    const { outcome } = await respond({ sourceAddresses }, { remoteAddress: "10.0.0.1", forwardedFor });
    return outcome?.sourceAllowed === true ? outcome.remoteAddress : undefined;
  };

  test.each([
    [undefined, "10.0.0.1"],
    ["203.0.113.9", "203.0.113.9"],
    [" 203.0.113.9:4711 ", "203.0.113.9"],
    ["2001:db8::1", "2001:db8::1"],
    ["[2001:DB8::1]", "2001:DB8::1"],
    ["[2001:db8::1]:4711", "2001:db8::1"],
    ["203.0.113.9, 10.0.0.1", "203.0.113.9"],
  ])("is read: %s", async (forwardedFor, address) => {
    expect(await addressOf(forwardedFor)).toBe(address);
  });

  test.each([
    "",
    "unknown",
    "_gazonk",
    "x203.0.113.9",
    "203.0.113.9x",
    "x203.0.113.9:80",
    "203.0.113.9:80x",
    "203.0.113.9:123456x",
    "[2001:db8::1]x",
    "x[2001:db8::1]",
    "[2001:db8::1]:123456",
    "[]",
  ])("is no address: %j", async (forwardedFor) => {
    expect(await addressOf(forwardedFor)).toBeUndefined();
  });

  test("is believed of no peer unless told so, and the address counts without an observer too", async () => {
    const isAllowed = (address: string) => address === "203.0.113.9";
    const options = { sourceAddresses: { isAllowed, mode: "enforce" } } as const;
    expect((await respond(options, { remoteAddress: "10.0.0.1", forwardedFor: "203.0.113.9" })).status).toBe(403);
    const handler = createWebhookHandler({ token: "t", deliver: () => undefined, ...options });
    const request = { method: "POST", authorization: ["Bearer t"], remoteAddress: "203.0.113.9", body: read(text) };
    expect((await handler(request)).status).toBe(200);
  });
});

test.each<[string | readonly string[], string, string | number]>([
  ["Bearer   t", "Bearer t", 0],
  ["Basic  a:b", "basic a:b", 0],
  [["t", "t"], "Bearer t", 0],
  [["a", "t", "t"], "Bearer t", 1],
  ["t", "Bearer t,Bearer x", "AUTH_AMBIGUOUS"],
  ["t", "Bearer t,  Bearer   x", "AUTH_AMBIGUOUS"],
  ["t", "Bearer t, xyz", "AUTH_INVALID"],
])("a token configured as %j makes of %j: %s", async (token, authorization, expected) => {
  const { code, outcome } = await respond({ token }, { authorization: [authorization] });
  expect(outcome?.tokenIndex ?? code).toBe(expected);
});

test("authorizationOf() gives the header that GREEN-API sends", () => {
  expect(["", "t", "Bearer t", "basic t"].map(authorizationOf)).toEqual([undefined, "Bearer t", "Bearer t", "basic t"]);
});
