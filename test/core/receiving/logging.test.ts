import {
  createDispatcher,
  createReceiver,
  createWebhookHandler,
  type Deliver,
  type Logger,
  type WebhookHandlerOptions,
  type WebhookRequest,
} from "@greenhook/core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { lineWriter } from "../../../packages/core/src/logging/logger.ts";
import { refusals } from "../../../packages/core/src/receiving/refusal.ts";
import { textMessage } from "../../support/notifications.ts";

/** What no line may hold. */
const canaries = { token: "CANARY-TOKEN", phone: "79000000001", text: "CANARY-TEXT", name: "CANARY-NAME" };
const message = { ...textMessage(canaries.text), senderData: { ...textMessage().senderData, senderName: canaries.name } };
const encoder = new TextEncoder();

/** A logger that keeps its lines. */
function kept(): { logger: Logger; lines: [level: string, ...parts: unknown[]][] } {
  const lines: [string, ...unknown[]][] = [];
  const at =
    (level: string) =>
    (...parts: unknown[]) =>
      void lines.push([level, ...parts]);
  return { logger: { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") }, lines };
}

async function* chunks(...parts: Uint8Array[]) {
  yield* parts;
}

const read = (value: unknown): Partial<WebhookRequest> => ({ body: { kind: "read", value } });
const unread = (text: string): Partial<WebhookRequest> => ({ body: { kind: "unread", chunks: chunks(encoder.encode(text)) } });
const thrown = new Error(`mine: ${canaries.text}`);
const fail = () => {
  throw thrown;
};

interface Row {
  readonly request: Partial<WebhookRequest>;
  readonly options?: Partial<WebhookHandlerOptions>;
  /** Level, and how the line begins. */
  readonly line: readonly [level: string, text: string];
  readonly error?: unknown;
}

const withoutTypeWebhook = { ...message, typeWebhook: undefined };
const withoutSender = { ...message, senderData: {} };
const about = "typeWebhook=incomingMessageReceived typeMessage=textMessage idInstance=1101000001 idMessage=3EB0C767D097B7C7C030";
const taken = { quarantine: () => undefined };

const rows: Readonly<Record<string, readonly Row[]>> = {
  METHOD: [{ request: { method: "GET" }, line: ["warn", "delivery refused status=405 code=METHOD"] }],
  IP_DENIED: [
    {
      request: { remoteAddress: "192.0.2.1" },
      options: { sourceAddresses: { isAllowed: () => false, mode: "enforce" } },
      line: ["warn", "delivery refused status=403 code=IP_DENIED"],
    },
  ],
  AUTH_MISSING: [{ request: { authorization: [] }, line: ["warn", "delivery refused status=401 code=AUTH_MISSING"] }],
  AUTH_MALFORMED: [{ request: { authorization: [canaries.token] }, line: ["warn", "delivery refused status=401 code=AUTH_MALFORMED"] }],
  AUTH_AMBIGUOUS: [
    { request: { authorization: ["Bearer a", "Bearer b"] }, line: ["warn", "delivery refused status=401 code=AUTH_AMBIGUOUS"] },
  ],
  AUTH_INVALID: [
    { request: { authorization: [`Bearer ${canaries.text}`] }, line: ["warn", "delivery refused status=401 code=AUTH_INVALID"] },
  ],
  TOKEN_UNAVAILABLE: [
    {
      request: {},
      options: { token: fail, allowUnauthenticated: false },
      line: ["error", "delivery failed status=503 code=TOKEN_UNAVAILABLE"],
      error: thrown,
    },
  ],
  TOO_LARGE: [
    { request: { ...read(message), ...unread("x".repeat(3_000)) }, line: ["warn", "delivery refused status=413 code=TOO_LARGE"] },
  ],
  BODY_CONSUMED: [{ request: { body: { kind: "consumed" } }, line: ["warn", "delivery refused status=500 code=BODY_CONSUMED"] }],
  INCOMPLETE: [{ request: { ...unread("{"), contentLength: 9 }, line: ["warn", "delivery refused status=400 code=INCOMPLETE"] }],
  ENCODING: [
    { request: { ...unread(canaries.text), contentEncoding: "gzip" }, line: ["warn", "delivery refused status=415 code=ENCODING"] },
    {
      request: { ...unread(canaries.text), contentEncoding: "gzip" },
      options: taken,
      line: ["warn", "delivery quarantined status=200 code=ENCODING"],
    },
  ],
  BODY_EMPTY: [{ request: unread(""), line: ["warn", "delivery refused status=400 code=BODY_EMPTY"] }],
  UTF8: [
    { request: read(new Uint8Array([0xff, ...encoder.encode(canaries.text)])), line: ["warn", "delivery refused status=400 code=UTF8"] },
  ],
  JSON: [
    { request: unread(`{"a":${canaries.text}}`), line: ["warn", "delivery refused status=400 code=JSON"] },
    { request: unread(`{"a":${canaries.text}}`), options: taken, line: ["warn", "delivery quarantined status=200 code=JSON"] },
  ],
  DEPTH: [{ request: unread("[".repeat(100)), line: ["warn", "delivery refused status=400 code=DEPTH"] }],
  POISON_KEY: [{ request: unread(`{"__proto__":"${canaries.text}"}`), line: ["warn", "delivery refused status=400 code=POISON_KEY"] }],
  SHAPE: [{ request: unread(JSON.stringify([canaries.text])), line: ["warn", "delivery refused status=400 code=SHAPE"] }],
  SCHEMA: [
    { request: read(withoutTypeWebhook), line: ["warn", "delivery refused status=400 code=SCHEMA"] },
    {
      request: read(withoutSender),
      options: { deliver: createDispatcher() },
      line: ["warn", `delivery taken by nobody status=200 code=SCHEMA ${about}`],
    },
    {
      request: read(withoutSender),
      options: { deliver: createDispatcher(), ...taken },
      line: ["warn", `delivery quarantined status=200 code=SCHEMA ${about}`],
    },
  ],
  UNKNOWN_TYPE: [
    {
      request: read({ ...message, typeWebhook: "later" }),
      options: { deliver: createDispatcher() },
      line: ["info", "delivery taken by nobody status=200 code=UNKNOWN_TYPE typeWebhook=later idInstance=1101000001"],
    },
  ],
  HANDLER_FAILED: [
    {
      request: read(message),
      options: { deliver: fail },
      line: ["error", `delivery failed status=500 code=HANDLER_FAILED ${about}`],
      error: thrown,
    },
    {
      request: read(message),
      options: { deliver: () => Promise.reject(undefined) },
      line: ["error", "delivery failed status=500 code=HANDLER_FAILED"],
      error: undefined,
    },
  ],
  QUARANTINE_FAILED: [
    {
      request: unread("{"),
      options: { quarantine: fail },
      line: ["error", "delivery failed status=500 code=QUARANTINE_FAILED"],
      error: thrown,
    },
  ],
  DEADLINE: [
    {
      request: read(message),
      options: { deliver: () => new Promise(() => {}), deadlineMilliseconds: 1 },
      line: ["error", `delivery late status=503 code=DEADLINE ${about}`],
    },
  ],
  INTERNAL: [
    {
      request: {
        get body(): never {
          throw thrown;
        },
      },
      line: ["error", "delivery failed status=500 code=INTERNAL"],
      error: thrown,
    },
  ],
};

function request(part: Partial<WebhookRequest>): WebhookRequest {
  const whole = { method: "POST", authorization: [`Bearer ${canaries.token}`], body: { kind: "read", value: message } as const };
  return Object.defineProperties(whole, Object.getOwnPropertyDescriptors(part));
}

describe("logger", () => {
  test("there is a row for each code", () => {
    expect(Object.keys(rows).sort()).toEqual([...Object.keys(refusals), "UNKNOWN_TYPE"].sort());
  });

  const cases = Object.entries(rows).flatMap(([code, each]) => each.map((row) => [code, row.line[1], row] as const));
  test.each(cases)("gets one line of a delivery that ends with %s: %s", async (_code, _text, { request: part, options, line, ...rest }) => {
    const { logger, lines } = kept();
    const handler = createWebhookHandler({ token: canaries.token, deliver: () => undefined, maxBodyBytes: 2_000, logger, ...options });
    await handler(request(part));
    expect(lines).toHaveLength(1);
    const [[level, text, ...after] = []] = lines;
    expect(level).toBe(line[0]);
    expect(text).toMatch(new RegExp(`^greenhook: ${line[1]}.* id=[0-9a-f-]{36} milliseconds=\\d+: \\w`));
    for (const canary of Object.values(canaries)) expect(text).not.toContain(canary);
    // The untouched error, and nothing but it.
    if ("error" in rest) expect(after).toEqual([rest.error]);
    if ("error" in rest && rest.error !== undefined) expect(after[0]).toBe(rest.error);
    if (!("error" in rest)) expect(after).toEqual([]);
  });

  test("gets nothing of what is handled, ignored, a duplicate, stored, or delivered as unknown", async () => {
    const { logger, lines } = kept();
    const results = [undefined, "ignored", "duplicate", "stored"];
    const handler = createWebhookHandler({ token: canaries.token, deliver: () => results.pop(), logger });
    for (const value of [message, message, message, message, { ...message, typeWebhook: "later" }, withoutSender])
      expect(await handler(request({ body: { kind: "read", value } }))).toMatchObject({ status: 200 });
    expect(lines).toEqual([]);
  });

  test("hears of a token function that fails while its last result serves", async () => {
    vi.useFakeTimers({ toFake: ["performance"] });
    const { logger, lines } = kept();
    const results = [canaries.token];
    const handler = createWebhookHandler({ token: () => results.pop() ?? fail(), deliver: () => undefined, logger });
    await handler(request({}));
    vi.advanceTimersByTime(61_000);
    expect(await handler(request({}))).toMatchObject({ status: 200 });
    expect(lines).toEqual([["warn", expect.stringMatching(/^greenhook: token function failed id=/), thrown]]);
    vi.useRealTimers();
  });

  test("gets what a handler throws after its deadline, once, unless a retry waits for it or it stops as it was told to", async () => {
    const { logger, lines } = kept();
    let failWith = (_error: unknown): void => undefined;
    const slow = (): Promise<never> => new Promise((_, reject) => (failWith = reject));
    const handler = createWebhookHandler({ token: canaries.token, deliver: slow, deadlineMilliseconds: 20, logger });
    for (let attempt = 0; attempt < 2; attempt += 1) expect(await handler(request({}))).toMatchObject({ status: 503 });
    failWith(thrown);
    await vi.waitFor(() => expect(lines).toHaveLength(2));
    expect(lines).toMatchObject([
      ["error", expect.stringMatching(/^greenhook: delivery late /)],
      [
        "error",
        expect.stringMatching(
          new RegExp(`^greenhook: delivery failed late code=HANDLER_FAILED ${about} id=.* milliseconds=\\d+: The handler failed$`),
        ),
        thrown,
      ],
    ]);

    lines.length = 0;
    const heeds: Deliver = (_, { signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(signal.reason as Error)));
    const stops = createWebhookHandler({ token: canaries.token, deliver: heeds, deadlineMilliseconds: 1, logger });
    expect(await stops(request({}))).toMatchObject({ status: 503 });
    await new Promise((resolve) => setImmediate(resolve));
    expect(lines.map(([, text]) => String(text).slice(0, 24))).toEqual(["greenhook: delivery late"]);
  });

  test("gets it too where a source without a log, which shares the receiver, was the last to stop waiting", async () => {
    const { logger, lines } = kept();
    let failWith = (_error: unknown): void => undefined;
    const receiver = createReceiver({ deliver: () => new Promise((_, reject) => (failWith = reject)), logger: false });
    const handler = createWebhookHandler({ token: canaries.token, receiver, deadlineMilliseconds: 20, logger });
    const late = handler(request({}));
    await new Promise((resolve) => setImmediate(resolve));
    const polling = new AbortController();
    const polled = receiver.receive({ body: { kind: "value", value: message }, source: "polling", signal: polling.signal });
    expect(await late).toMatchObject({ status: 503 });
    polling.abort();
    failWith(thrown);
    expect(await polled).toMatchObject({ joined: true });
    expect(lines.map(([, text]) => String(text).slice(0, 31))).toEqual([
      expect.stringMatching(/^greenhook: delivery late /),
      "greenhook: delivery failed late",
    ]);
  });

  test("is the console from warn on, whether there is an onOutcome or not; false is silence", async () => {
    const spies = (["debug", "info", "log", "warn", "error"] as const).map((level) => vi.spyOn(console, level).mockReturnValue());
    const counts = () => spies.map(({ mock }) => mock.calls.length);
    const deliver = createDispatcher().on("incomingMessageReceived", fail);
    const onOutcome = vi.fn<() => void>();
    for (const options of [{}, { onOutcome }, { logger: undefined }, { onOutcome, logger: false as const }]) {
      const handler = createWebhookHandler({ token: canaries.token, deliver, ...options });
      await handler(request({}));
      await handler(request({ method: "PUT" }));
      await handler(request(read({ ...message, typeWebhook: "later" })));
    }
    await createReceiver({ deliver, logger: false }).receive({ body: { kind: "text", text: "{" }, source: "tests" });
    expect(counts()).toEqual([0, 0, 0, 3, 3]);
    expect(onOutcome).toHaveBeenCalledTimes(6);
    await createReceiver({ deliver }).receive({ body: { kind: "text", text: "{" }, source: "tests" });
    expect(counts()).toEqual([0, 0, 0, 4, 3]);
    vi.restoreAllMocks();
  });

  test("may throw", async () => {
    const { logger } = kept();
    const handler = createWebhookHandler({ token: canaries.token, deliver: fail, logger: { ...logger, error: fail } });
    expect(await handler(request({}))).toMatchObject({ status: 500 });
  });

  test.each([null, "console", {}, true])("%j is refused", (logger) => {
    const options = { token: "x", deliver: () => undefined, logger: logger as unknown as Logger };
    expect(() => createWebhookHandler(options)).toThrow(
      'Cannot create the webhook handler: "logger" must be a logger, such as console, or false',
    );
  });
});

describe("equal lines", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["performance", "setTimeout", "clearTimeout"] }));
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
  const line = (fields: Record<string, string | number | undefined> = {}) =>
    ({ level: "warn", event: "it failed", fields, advice: "why" }) as const;

  test("a flood of 100,000 wrong tokens over ten minutes is a few lines, which say how many there were", async () => {
    const { logger, lines } = kept();
    const handler = createWebhookHandler({ token: canaries.token, deliver: () => undefined, logger });
    const { body } = await handler(request({ authorization: ["Bearer x"] }));
    expect(body).toContain("AUTH_INVALID");
    const write = lineWriter("test", logger)!;
    lines.length = 0;
    for (let count = 0; count < 100_000; count += 1) {
      if (count % 10_000 === 5_000) vi.advanceTimersByTime(60_000);
      write(line({ status: 401, code: "AUTH_INVALID", id: count }));
    }
    vi.advanceTimersByTime(60_000);
    expect(lines.length).toBeLessThan(100);
    const more = lines.map(([, text]) => Number(/\((\d+) more within a minute\)/.exec(String(text))?.[1] ?? 1));
    expect(more.reduce((sum, each) => sum + each)).toBe(100_000);
    expect(lines[0]?.[1]).toBe("greenhook: it failed status=401 code=AUTH_INVALID id=0: why");
    expect(lines.at(-1)?.[1]).toMatch(
      /^greenhook: it failed status=401 code=AUTH_INVALID id=99999 more=\d+: why \(\d+ more within a minute\)$/,
    );
  });

  test("are counted by everything but ids and times: those of another kind or instance have a line of their own", () => {
    const { logger, lines } = kept();
    const write = lineWriter("test", logger)!;
    const fields = [{ typeWebhook: "a" }, { typeWebhook: "b" }, { typeWebhook: "a", idInstance: "1" }, { status: 500 }, { code: "JSON" }];
    for (const each of fields) write(line(each));
    for (const each of fields) write(line({ ...each, id: "1", idMessage: "2", milliseconds: 3 }));
    expect(lines).toHaveLength(5);
    vi.advanceTimersByTime(60_000);
    expect(lines).toHaveLength(10);
    // A quiet minute ends it: the next is a first one.
    vi.advanceTimersByTime(60_000);
    write(line({ typeWebhook: "a" }));
    write(line({ typeWebhook: "a" }));
    expect(lines).toHaveLength(11);
  });

  test("a thousand kinds and instances make no thousand lines, and are forgotten", () => {
    const { logger, lines } = kept();
    const write = lineWriter("test", logger)!;
    for (let count = 0; count < 1_000; count += 1) write(line({ status: 200, code: "UNKNOWN_TYPE", typeWebhook: `kind ${count}` }));
    expect(lines).toHaveLength(51);
    vi.advanceTimersByTime(60_000);
    expect(lines.at(-1)?.[1]).toContain("(949 more within a minute)");
    vi.advanceTimersByTime(120_000);
    write(line({ typeWebhook: "kind 1" }));
    expect(lines).toHaveLength(53);
  });

  test("are written with the next one where a timer would keep the process alive", () => {
    const timers = new Set<unknown>();
    vi.stubGlobal("setTimeout", () => (timers.add(timers.size), timers.size - 1));
    vi.stubGlobal("clearTimeout", (timer: unknown) => timers.delete(timer));
    const { logger, lines } = kept();
    const write = lineWriter("test", logger)!;
    for (let count = 0; count < 5; count += 1) write(line());
    expect(timers.size).toBe(0);
    vi.advanceTimersByTime(70_000);
    expect(lines).toHaveLength(1);
    write(line());
    expect(lines.map(([, text]) => text)).toEqual([
      "greenhook: it failed: why",
      "greenhook: it failed more=4: why (4 more within a minute)",
    ]);
  });

  test("keep no process alive", () => {
    vi.useRealTimers();
    const timers = () => process.getActiveResourcesInfo().filter((each) => each === "Timeout").length;
    const before = timers();
    const write = lineWriter("test", kept().logger)!;
    write(line());
    write(line());
    expect(timers()).toBe(before);
  });
});
