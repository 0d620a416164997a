import {
  createDispatcher,
  createReceiver,
  createWebhookHandler,
  type DeliveryContext,
  type DeliveryOutcome,
  type RejectedDelivery,
} from "@greenhook/core";
import { expect, onTestFinished, test, vi } from "vitest";
import { readFixture } from "../../fixtures/read-fixtures.ts";

const text = JSON.stringify(readFixture("textMessage"));
/** Of a known kind, without what that kind always has. */
const differing = { ...readFixture("textMessage"), senderData: {} };
const newKind = { typeWebhook: "later", instanceData: { idInstance: 7 }, idMessage: "X" };
const direct = (value: unknown) => ({ body: { kind: "value", value }, source: "direct" }) as const;

test("createReceiver() takes bytes, text and values, and says what became of each", async () => {
  const contexts: DeliveryContext[] = [];
  const receiver = createReceiver({ deliver: (_, context) => void contexts.push(context) });
  const bytes = new TextEncoder().encode(text);
  const { idMessage, instanceData } = JSON.parse(text) as { idMessage: string; instanceData: { idInstance: number } };
  for (const body of [
    { kind: "bytes", bytes } as const,
    { kind: "text", text } as const,
    { kind: "value", value: JSON.parse(text) as unknown } as const,
  ]) {
    expect(await receiver.receive({ body, source: "tests" })).toMatchObject({
      outcome: "handled",
      joined: false,
      parsed: { kind: "known" },
    });
  }
  expect(contexts.map(({ rawText }) => rawText)).toEqual([text, text, undefined]);
  expect(contexts[0]).toMatchObject({ idMessage, idInstance: String(instanceData.idInstance), source: "tests", origin: "tests" });
  expect(new Set(contexts.map(({ id }) => id)).size).toBe(3);
});

test("createReceiver() hands on what a store kept of an arrival", async () => {
  let context: DeliveryContext | undefined;
  const receiver = createReceiver({ deliver: (_, given) => void (context = given) });
  const kept = { id: "mine", origin: "webhook", attempt: 3, traceparent: "00-1-2-01", receivedAt: new Date(5) } as const;
  expect(await receiver.receive({ ...direct(JSON.parse(text)), source: "inbox", ...kept })).toMatchObject({ id: "mine" });
  expect(context).toMatchObject({ ...kept, source: "inbox" });
});

test.each([
  ["JSON", { kind: "text", text: "{" }],
  ["UTF8", { kind: "bytes", bytes: new Uint8Array([0xff]) }],
  ["ENCODING", { kind: "bytes", bytes: new Uint8Array([0x1f]), contentEncoding: "gzip" }],
  ["SHAPE", { kind: "value", value: [] }],
  ["SCHEMA", { kind: "value", value: { a: 1 } }],
] as const)("createReceiver() refuses as %s, or gives it to the quarantine", async (code, body) => {
  const arrival = { body, source: "tests" };
  expect(await createReceiver({ deliver: () => undefined }).receive(arrival)).toMatchObject({ outcome: "refused", code });
  const kept: RejectedDelivery[] = [];
  const receiver = createReceiver({ deliver: () => undefined, quarantine: (rejected) => void kept.push(rejected) });
  expect(await receiver.receive(arrival)).toMatchObject({ outcome: "quarantined", code });
  expect(kept).toMatchObject([{ code }]);
});

test("createReceiver() never rejects, and hands errors on untouched", async () => {
  const error = new Error("mine");
  const receiver = createReceiver({ deliver: () => Promise.reject(error) });
  expect(await receiver.receive(direct(JSON.parse(text)))).toMatchObject({ outcome: "failed", code: "HANDLER_FAILED", error });
  const full = createReceiver({ deliver: () => undefined, quarantine: () => Promise.reject(error) });
  expect(await full.receive(direct([]))).toMatchObject({ outcome: "failed", code: "QUARANTINE_FAILED", error });
});

test("createReceiver() reports what is received directly, once, and nothing that a webhook handler reports", async () => {
  const outcomes: DeliveryOutcome[] = [];
  const receiver = createReceiver({ deliver: () => "stored", onOutcome: (outcome) => outcomes.push(outcome) });
  await receiver.receive(direct(JSON.parse(text)));
  expect(outcomes).toMatchObject([{ outcome: "stored", typeWebhook: "incomingMessageReceived" }]);
  expect(outcomes[0]).not.toHaveProperty("status");
  const reported: DeliveryOutcome[] = [];
  const handler = createWebhookHandler({ token: "t", receiver, onOutcome: (outcome) => reported.push(outcome) });
  const response = await handler({ method: "POST", authorization: ["Bearer t"], body: { kind: "read", value: text } });
  expect(response).toMatchObject({ status: 200, body: '{"ok":true,"outcome":"stored"}' });
  expect([outcomes.length, reported.length]).toEqual([1, 1]);
});

test("sources that share a receiver share its runs", async () => {
  let finish: () => void = () => {};
  const deliver = vi.fn<() => Promise<void>>(() => new Promise((resolve) => (finish = resolve)));
  const receiver = createReceiver({ deliver });
  const handler = createWebhookHandler({ token: "t", receiver });
  const both = [
    receiver.receive(direct(JSON.parse(text))),
    handler({ method: "POST", authorization: ["Bearer t"], body: { kind: "read", value: text } }),
  ];
  await vi.waitFor(() => expect(deliver).toHaveBeenCalled());
  await new Promise((resolve) => setTimeout(resolve, 5));
  finish();
  expect(await Promise.all(both)).toMatchObject([{ outcome: "handled" }, { status: 200 }]);
  expect(deliver).toHaveBeenCalledTimes(1);
});

test("a run that is abandoned takes joiners for joinMilliseconds, and then the next attempt is its own", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  onTestFinished(() => void vi.useRealTimers());
  const deliver = vi.fn<() => Promise<void>>(() => new Promise(() => undefined));
  const receiver = createReceiver({ deliver, joinMilliseconds: 60, logger: false });
  /** One that is given up once it was delivered or has joined. */
  const attempt = async (): Promise<void> => {
    const giveUp = new AbortController();
    void receiver.receive({ ...direct(JSON.parse(text)), signal: giveUp.signal });
    await new Promise((resolve) => setImmediate(resolve));
    giveUp.abort();
  };
  await attempt();
  vi.advanceTimersByTime(59);
  await attempt();
  expect(deliver).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(2);
  await attempt();
  expect(deliver).toHaveBeenCalledTimes(2);
});

test("a handler that resolves because its signal was aborted isn't counted as successful by one that joined", async () => {
  const outcomes: string[] = [];
  const handler = createWebhookHandler({
    token: "t",
    deadlineMilliseconds: 60,
    deliver: (_, { signal }) => new Promise<void>((resolve) => signal.addEventListener("abort", () => setTimeout(resolve, 30))),
    onOutcome: ({ outcome, joined }) => outcomes.push(`${outcome}${joined ? " joined" : ""}`),
  });
  const request = { method: "POST", authorization: ["Bearer t"], body: { kind: "read", value: text } } as const;
  expect((await handler(request)).status).toBe(503);
  expect((await handler(request)).status).toBe(503);
  expect(outcomes).toEqual(["late", "late joined"]);
});

test("a run isn't aborted while another sender still waits for it", async () => {
  let aborted = false;
  const receiver = createReceiver({
    deliver: async (_, { signal }) => {
      signal.addEventListener("abort", () => (aborted = true));
      await new Promise((resolve) => setTimeout(resolve, 60));
    },
  });
  const impatient = receiver.receive({ ...direct(JSON.parse(text)), signal: AbortSignal.timeout(10) });
  const patient = receiver.receive(direct(JSON.parse(text)));
  expect(await Promise.all([impatient, patient])).toMatchObject([{ outcome: "handled" }, { outcome: "handled", joined: true }]);
  expect(aborted).toBe(false);
});

const takers: readonly (readonly [string, () => Parameters<typeof createReceiver>[0]["deliver"], boolean])[] = [
  ["onUnknown", () => createDispatcher().onUnknown(() => undefined), true],
  ["onAny alone", () => createDispatcher().onAny(() => undefined), false],
  ["a handler of another kind", () => createDispatcher().onText(() => undefined), false],
  ["a function", () => () => "queue's receipt", true],
  ["a function that says ignored", () => () => "ignored", false],
];

test.each(takers)("one that differs too much from its kind is taken by %s, or goes to the quarantine", async (_, deliver, taken) => {
  const kept: RejectedDelivery[] = [];
  const receiver = createReceiver({ deliver: deliver(), quarantine: (rejected) => void kept.push(rejected) });
  const receipt = await receiver.receive(direct(differing));
  expect(receipt).toMatchObject({ outcome: taken ? "unknown" : "quarantined", code: "SCHEMA" });
  expect(receipt.issues).toContainEqual({ path: "senderData.chatId", message: "is missing" });
  expect(kept).toHaveLength(taken ? 0 : 1);
  const without = await createReceiver({ deliver: deliver() }).receive(direct(differing));
  expect(without).toMatchObject({ outcome: taken ? "unknown" : "ignored", code: "SCHEMA" });
  const response = await createWebhookHandler({ token: "t", deliver: deliver() })({
    method: "POST",
    authorization: ["Bearer t"],
    body: { kind: "read", value: differing },
  });
  expect(response.status).toBe(200);
});

test("one that nobody takes is quarantined once, however many attempts joined the run", async () => {
  let finish: (result: string) => void = () => undefined;
  const deliver = vi.fn<() => Promise<string>>(() => new Promise((resolve) => (finish = resolve)));
  const quarantine = vi.fn<() => Promise<void>>(() => Promise.resolve());
  const receiver = createReceiver({ deliver, quarantine });
  const attempts = [1, 2, 3].map(() => receiver.receive(direct(differing)));
  await vi.waitFor(() => expect(deliver).toHaveBeenCalled());
  finish("ignored");
  expect((await Promise.all(attempts)).map(({ outcome, joined }) => [outcome, joined])).toEqual([
    ["quarantined", false],
    ["quarantined", true],
    ["quarantined", true],
  ]);
  expect(quarantine).toHaveBeenCalledTimes(1);
});

test.each([
  ["rejects", () => Promise.reject(new Error("full"))],
  [
    "throws",
    () => {
      throw new Error("full");
    },
  ],
])("a quarantine that %s fails each attempt that joined the run, and is asked again by the next", async (_, failing) => {
  let finish: (result: string) => void = () => undefined;
  const deliver = vi.fn<() => Promise<string>>(() => new Promise((resolve) => (finish = resolve)));
  const quarantine = vi.fn<() => Promise<void>>(failing);
  const receiver = createReceiver({ deliver, quarantine });
  const attempts = [1, 2].map(() => receiver.receive(direct(differing)));
  await vi.waitFor(() => expect(deliver).toHaveBeenCalled());
  finish("ignored");
  for (const receipt of await Promise.all(attempts)) expect(receipt).toMatchObject({ outcome: "failed", code: "QUARANTINE_FAILED" });
  expect(quarantine).toHaveBeenCalledTimes(1);
  const next = receiver.receive(direct(differing));
  await vi.waitFor(() => expect(deliver).toHaveBeenCalledTimes(2));
  finish("ignored");
  await next;
  expect(quarantine).toHaveBeenCalledTimes(2);
});

test.each(["text", "value"] as const)("a retry joins a run whose handler has changed the notification: as %s", async (kind) => {
  const deliver = vi.fn<(parsed: { readonly value: unknown }) => Promise<void>>(async ({ value }) => {
    Object.assign(value as object, { senderData: null, messageData: { typeMessage: "textMessage" } });
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
  const receiver = createReceiver({ deliver });
  const attempt = () => receiver.receive({ body: kind === "text" ? { kind, text } : { kind, value: JSON.parse(text) }, source: "direct" });
  expect((await Promise.all([attempt(), attempt()])).map(({ outcome, joined }) => [outcome, joined])).toEqual([
    ["handled", false],
    ["handled", true],
  ]);
  expect(deliver).toHaveBeenCalledTimes(1);
});

test("one of a new kind is never quarantined", async () => {
  const receiver = createReceiver({ deliver: createDispatcher(), quarantine: () => Promise.reject(new Error("asked")) });
  expect(await receiver.receive(direct(newKind))).toMatchObject({ outcome: "ignored", code: "UNKNOWN_TYPE" });
});

test("outcomes say no text of the wire that isn't 1 to 128 printable ASCII characters", async () => {
  const outcomes: DeliveryOutcome[] = [];
  const receiver = createReceiver({ deliver: () => undefined, onOutcome: (outcome) => outcomes.push(outcome) });
  for (const text of ["", "a\nb", "é", "x".repeat(129)]) await receiver.receive(direct({ ...newKind, typeWebhook: text, idMessage: text }));
  for (const outcome of outcomes) expect(Object.keys(outcome)).not.toEqual(expect.arrayContaining(["typeWebhook"]));
  for (const outcome of outcomes) expect(outcome).not.toHaveProperty("idMessage");
  expect(outcomes[0]).toHaveProperty("idInstance", "7");
});

test.each<[object, RegExp]>([
  [{ deliver: undefined }, /"deliver"/],
  [{ deliver: () => undefined, quarantine: 1 }, /"quarantine"/],
  [{ deliver: {} }, /^Cannot create the receiver: "deliver" must be a function or a dispatcher$/],
  [
    { deliver: () => undefined, joinMilliseconds: -1 },
    /^Cannot create the receiver: "joinMilliseconds" must be a number above 0 and below/,
  ],
  [{ deliver: () => undefined, joinMilliseconds: 2 ** 31 }, /"joinMilliseconds"/],
  [{ deliver: () => undefined, joinMilliseconds: Number.NaN }, /"joinMilliseconds"/],
  [{ deliver: () => undefined, onOutcome: {} }, /^Cannot create the receiver: "onOutcome" must be a function$/],
])("createReceiver() fails at the start for a wrong option", (options, message) => {
  expect(() => createReceiver(options as never)).toThrow(message);
});

test.each([
  [{ token: "t", receiver: {} }, /"receiver" must be made by createReceiver/],
  [{ token: "t", receiver: createReceiver({ deliver: () => undefined }), quarantine: () => undefined }, /belong to the receiver/],
  [{ allowUnauthenticated: "false", deliver: () => undefined }, /"allowUnauthenticated" must be true or false/],
])("createWebhookHandler() fails at the start for options that exclude each other", (options, message) => {
  expect(() => createWebhookHandler(options as never)).toThrow(message);
});

test("a delivery under fake timers leaves nothing behind that keeps the next deadline from being kept", async () => {
  const request = { method: "POST", authorization: ["Bearer t"], body: { kind: "read", value: text } } as const;
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const quick = createWebhookHandler({ token: "t", deadlineMilliseconds: 50, deliver: () => undefined });
  expect((await quick(request)).status).toBe(200);
  vi.useRealTimers();
  const hanging = createWebhookHandler({ token: "t", deadlineMilliseconds: 50, deliver: () => new Promise(() => undefined) });
  expect((await hanging(request)).status).toBe(503);
});

test("createReceiver() takes every time that a timer can hold, and none", () => {
  for (const joinMilliseconds of [0, 1, 2 ** 31 - 1])
    expect(() => createReceiver({ deliver: () => undefined, joinMilliseconds })).not.toThrow();
});

test("outcomes say kinds, ids, and how late a notification came", async () => {
  const outcomes: DeliveryOutcome[] = [];
  const receiver = createReceiver({ deliver: () => undefined, onOutcome: (outcome) => outcomes.push(outcome) });
  const receivedAt = new Date(1_790_000_005_500);
  const idMessage = ` ~${"x".repeat(126)}`;
  const known = { ...readFixture("textMessage"), timestamp: 1_790_000_000, idMessage };
  const unknownType = { ...known, messageData: { typeMessage: "laterMessage" } };
  for (const value of [known, unknownType, { typeWebhook: "later" }]) await receiver.receive({ ...direct(value), receivedAt });
  const common = {
    typeWebhook: "incomingMessageReceived",
    idInstance: "1101000001",
    idMessage,
    receivedAt,
    lagSeconds: 5.5,
    joined: false,
  };
  expect(outcomes).toMatchObject([
    { ...common, outcome: "handled", typeMessage: "textMessage" },
    { ...common, outcome: "unknown", code: "UNKNOWN_TYPE", typeMessage: "laterMessage" },
    { outcome: "unknown", typeWebhook: "later" },
  ]);
  for (const name of ["typeMessage", "idInstance", "idMessage", "lagSeconds", "issues", "status", "tokenIndex", "sourceAllowed"]) {
    expect(outcomes[2]).not.toHaveProperty(name);
  }
});

test.each<[unknown, string, string]>([
  [{ a: 1 }, "typeWebhook", "is missing"],
  [{ typeWebhook: 1 }, "typeWebhook", "must be of type string"],
  [{ receiptId: 1, body: [] }, "", "must be a JSON object"],
])("what is no notification, %j, is refused in words, and kept with them", async (value, path, message) => {
  const receivedAt = new Date(7);
  const kept: RejectedDelivery[] = [];
  const receiver = createReceiver({ deliver: () => undefined, quarantine: (rejected) => void kept.push(rejected) });
  const issues = [{ path, message }];
  const said = `Cannot parse notification: ${path === "" ? "the whole" : `field "${path}"`} ${message}`;
  const parsed = { kind: "malformed", value, issues };
  const receipt = { id: "1", joined: false, code: "SCHEMA", message: said, issues, parsed };
  expect(await receiver.receive({ ...direct(value), receivedAt, id: "1" })).toEqual({ ...receipt, outcome: "quarantined" });
  expect(kept).toEqual([{ code: "SCHEMA", value, issues, receivedAt }]);
});

test("one that differs too much is refused by the name of its kind, and with more than ten issues says so", async () => {
  const receiver = createReceiver({ deliver: () => "ignored", quarantine: () => undefined });
  expect((await receiver.receive(direct(differing))).message).toBe(
    'Cannot parse notification "incomingMessageReceived": field "senderData.chatId" is missing',
  );
  const many = { ...readFixture("pollUpdateMessage"), senderData: {} };
  Object.assign(many, {
    messageData: { typeMessage: "pollUpdateMessage", pollMessageData: { votes: Array.from({ length: 20 }, () => 1) } },
  });
  expect(await receiver.receive(direct(many))).toMatchObject({ outcome: "quarantined", issuesOmitted: true });
  const taking = createReceiver({ deliver: () => undefined });
  const taken = await taking.receive(direct(many));
  expect([taken.outcome, taken.issuesOmitted, taken.issues?.length]).toEqual(["unknown", true, 10]);
});

test("nothing is delivered or kept for a caller that has stopped waiting", async () => {
  const done: string[] = [];
  const receiver = createReceiver({ deliver: () => void done.push("delivered"), quarantine: () => void done.push("kept") });
  const signal = AbortSignal.abort();
  for (const value of [JSON.parse(text) as unknown, []]) {
    expect(await receiver.receive({ ...direct(value), signal })).toMatchObject({ outcome: "late", code: "DEADLINE" });
  }
  expect(done).toEqual([]);
});

test.each(["id", "signal", "receivedAt", "source", "origin"] as const)(
  "a dispatcher that is called by hand makes up the context's %s",
  async (name) => {
    const contexts: DeliveryContext[] = [];
    const dispatcher = createDispatcher().onAny((_, context) => void contexts.push(context));
    const signal = new AbortController().signal;
    const whole: DeliveryContext = { id: "1", signal, receivedAt: new Date(5), source: "tests", origin: "tests" };
    const { [name]: _, ...given } = whole;
    for (const context of [whole, given]) await dispatcher.deliver(readFixture("textMessage"), context);
    expect(contexts[0]).toBe(whole);
    expect(contexts[1]).toMatchObject(given);
    expect(contexts[1]![name]).toBeDefined();
  },
);
