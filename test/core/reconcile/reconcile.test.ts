import {
  createDispatcher,
  createReceiver,
  messageKeyOf,
  parseNotification,
  textOf,
  withoutDuplicates,
  type Deliver,
  type IncomingCall,
} from "@greenhook/core";
import { createApiClient, reconcile, type ReconcileClient } from "@greenhook/core/api";
import { allFlagsOn } from "@greenhook/emulator";
import { everyNotification, textMessage } from "@greenhook/emulator/notifications";
import { describe, expect, test, vi } from "vitest";
import { startEmulator } from "../../emulator/start-emulator.ts";
import { memoryStore } from "./memory-store.ts";

const hour = 3_600_000;
const epoch = 1_767_225_600_000;

type Row = Readonly<Record<string, unknown>>;

/** A client whose journals hold these rows, the newest first. */
function clientOf(journals: Partial<Record<keyof ReconcileClient, readonly Row[]>>): ReconcileClient & { minutes: unknown[] } {
  const minutes: unknown[] = [];
  const journal = (name: keyof ReconcileClient) => async (input?: { minutes?: number }) => {
    minutes.push(input?.minutes);
    return journals[name] ?? [];
  };
  const client: unknown = {
    minutes,
    idInstance: "1101000001",
    getSettings: async () => ({ wid: "79000000000@c.us", typeInstance: "whatsapp", incomingWebhook: "yes", outgoingMessageWebhook: "yes" }),
    lastIncomingMessages: journal("lastIncomingMessages"),
    lastOutgoingMessages: journal("lastOutgoingMessages"),
    lastIncomingCalls: journal("lastIncomingCalls"),
    lastOutgoingCalls: journal("lastOutgoingCalls"),
  };
  return client as ReconcileClient & { minutes: unknown[] };
}

function text(number: number, more: Row = {}): Row {
  return {
    type: "incoming",
    idMessage: `M${number}`,
    timestamp: epoch / 1000 + number,
    typeMessage: "textMessage",
    chatId: "79000000001@c.us",
    senderId: "79000000001@c.us",
    senderName: "Ada",
    textMessage: `text ${number}`,
    ...more,
  };
}

const options = () => ({ since: new Date(epoch), now: () => epoch + hour, store: memoryStore(), logger: false as const });
const bodies = (deliver: { mock: { calls: unknown[][] } }): unknown[] =>
  deliver.mock.calls.map(([parsed]) => (parsed as { value: { idMessage: string } }).value.idMessage);

describe("reconcile()", () => {
  test("delivers what the journals hold, oldest first, and nothing again", async () => {
    const client = clientOf({
      lastIncomingMessages: [text(3), text(1)],
      lastOutgoingMessages: [text(2, { type: "outgoing", sendByApi: false, senderId: undefined })],
    });
    const deliver = vi.fn<Deliver>(async () => undefined);
    const given = options();
    const first = await reconcile(client, deliver, given);
    expect(bodies(deliver)).toEqual(["M1", "M2", "M3"]);
    expect(first.outcomes).toEqual({ handled: 3 });
    expect(first.next).toEqual(new Date(epoch + hour - 120_000));
    expect(first.journals[0]).toEqual({
      journal: "lastIncomingMessages",
      rows: 2,
      unusable: 0,
      oldest: new Date(epoch + 1_000),
      isCut: false,
    });
    expect(deliver.mock.calls[0]![1]).toMatchObject({
      source: "journal",
      origin: "journal",
      missing: ["senderData.chatName"],
      idMessage: "M1",
      idInstance: "1101000001",
    });
    expect((await reconcile(client, deliver, given)).outcomes).toEqual({ duplicate: 3 });
    expect(client.minutes).toEqual([62, 62, 62, 62, 62, 62, 62, 62]);
  });

  test("leaves the rest of a chat where one fails, and delivers it in the next run", async () => {
    const client = clientOf({
      lastIncomingMessages: [text(4), text(3, { chatId: "79000000002@c.us" }), text(2), text(1)],
    });
    const deliver = vi.fn<Deliver>(async () => undefined).mockRejectedValueOnce(new Error("the database is away"));
    const given = options();
    const first = await reconcile(client, deliver, given);
    expect(first).toMatchObject({ outcomes: { failed: 1, handled: 1 }, skipped: 2, error: new Error("the database is away") });
    expect(bodies(deliver)).toEqual(["M1", "M3"]);
    expect((await reconcile(client, deliver, given)).outcomes).toEqual({ handled: 3, duplicate: 1 });
    expect(bodies(deliver).slice(2)).toEqual(["M1", "M2", "M4"]);
  });

  test("leaves out what is older, what has no id, and kinds that nobody has a handler for", async () => {
    const client = clientOf({
      lastIncomingMessages: [text(2), text(-5), { ...text(1), idMessage: "" }],
      lastIncomingCalls: [
        { type: "incoming", idMessage: "C", timestamp: epoch / 1000 + 9, chatId: "79000000001@c.us", status: "declined" },
      ],
    });
    const onCall = vi.fn<(call: IncomingCall) => void>();
    const dispatcher = createDispatcher().on("incomingCall", onCall);
    const result = await reconcile(client, dispatcher, options());
    expect(result.outcomes).toEqual({ handled: 1 });
    expect(result.journals[0]).toMatchObject({ rows: 3, unusable: 1 });
    expect(onCall.mock.calls[0]![0]).toMatchObject({ from: "79000000001@c.us", status: "declined" });
    // No handler is listed by a function: the instance's settings decide, and calls are off.
    const deliver = vi.fn<Deliver>();
    await reconcile(client, deliver, options());
    expect(bodies(deliver)).toEqual(["M2"]);
    const chosen = vi.fn<Deliver>();
    await reconcile(client, chosen, { ...options(), kinds: ["incomingCall"] });
    expect(bodies(chosen)).toEqual(["C"]);
  });

  test("only looks, where that is asked for", async () => {
    const client = clientOf({ lastIncomingMessages: [text(2), text(1)] });
    const deliver = vi.fn<Deliver>();
    const given = options();
    await reconcile(client, deliver, { ...given, kinds: ["incomingMessageReceived"], since: new Date(epoch + 2_000) });
    expect((await reconcile(client, deliver, { ...given, dryRun: true })).outcomes).toEqual({ duplicate: 1, ignored: 1 });
    expect(bodies(deliver)).toEqual(["M2"]);
    expect((await reconcile(client, deliver, given)).outcomes).toEqual({ handled: 1, duplicate: 1 });
  });

  test("ends after the delivery in flight where it is aborted", async () => {
    const controller = new AbortController();
    const deliver = vi.fn<Deliver>(() => controller.abort());
    const client = clientOf({ lastIncomingMessages: [text(2), text(1)] });
    expect((await reconcile(client, deliver, { ...options(), signal: controller.signal })).outcomes).toEqual({ handled: 1 });
  });

  test("tells a list that is as long as GREEN-API's lists get", async () => {
    const calls = Array.from({ length: 10_000 }, (_, index) => ({
      type: "incoming",
      idMessage: `C${index}`,
      timestamp: 1,
      chatId: "1@c.us",
    }));
    const { journals } = await reconcile(clientOf({ lastIncomingCalls: calls }), vi.fn<Deliver>(), options());
    expect(journals.map(({ isCut }) => isCut)).toEqual([false, false, true, false]);
  });

  test.each([
    ["a function without a store", {}, "store"],
    ["more than 8 days", { store: memoryStore(), since: new Date(epoch - 8 * 24 * hour) }, "8 days"],
    ["the future", { store: memoryStore(), since: new Date(epoch + 2 * hour) }, "future"],
    ["no date", { store: memoryStore(), since: new Date(Number.NaN) }, "since"],
  ])("refuses %s", async (_, given, says) => {
    const all = { since: new Date(epoch), now: () => epoch + hour, ...given };
    await expect(reconcile(clientOf({}), vi.fn<Deliver>(), all)).rejects.toThrow(says);
  });

  test("refuses the result of withoutDuplicates(), which would wait for its own claim", async () => {
    const store = memoryStore();
    const deliver = withoutDuplicates(vi.fn<Deliver>(), { store, reconciled: true });
    const client = clientOf({ lastIncomingMessages: [text(1)] });
    for (const given of [deliver, { deliver }])
      await expect(reconcile(client, given, { ...options(), store })).rejects.toThrow("withoutDuplicates()");
  });

  test("needs no store where it delivers to an inbox", async () => {
    const inbox = { work: () => undefined, deliver: vi.fn<Deliver>(async () => "stored") };
    const client = clientOf({ lastIncomingMessages: [text(1)] });
    expect((await reconcile(client, inbox, { since: new Date(epoch), now: () => epoch + hour })).outcomes).toEqual({ stored: 1 });
  });

  test("asks an inbox that can be searched what it has, where it only looks", async () => {
    const list = vi.fn<(filter: { messageKey: string; limit: number }) => Promise<readonly unknown[]>>(async () => []);
    const inbox = { work: () => undefined, deliver: vi.fn<Deliver>(async () => "stored"), items: { list } };
    const client = clientOf({ lastIncomingMessages: [text(2), text(1)] });
    list.mockResolvedValueOnce([{ id: "1" }]);
    const given = { since: new Date(epoch), now: () => epoch + hour, dryRun: true };
    expect((await reconcile(client, inbox, given)).outcomes).toEqual({ duplicate: 1, ignored: 1 });
    expect(inbox.deliver).not.toHaveBeenCalled();
    expect(list.mock.calls[0]).toEqual([{ messageKey: expect.stringMatching(/^1m\.1101000001\./) as string, limit: 1 }]);
  });
});

/** Of these a row lacks something that their notification has. */
const lossy: Readonly<Record<string, string>> = {
  ContactsArrayMessage: "the forward marks",
  "editedMessage empty": "whether the data is empty or missing",
  "textMessage forwarded": "the forward marks",
  "imageMessage 2021": "titleFile",
  "textMessage template": "isTemplateMessage",
  "videoMessage round": "isRound",
};

describe("reconcile() rebuilds from a row", () => {
  const messages = everyNotification()
    .filter(({ notification }) => messageKeyOf(parseNotification(notification) as never) !== undefined && "messageData" in notification)
    .map(({ name, notification }, index) => ({ name, notification: { ...notification, idMessage: `M${index}` } as Row }));
  const rebuilt = new Map<unknown, Row>();
  const kinds = new Set<unknown>();

  test("every message", async () => {
    const { emulator, clock } = await startEmulator({ rateLimits: false });
    const access = emulator.addInstance({ settings: { ...allFlagsOn } });
    for (const { notification } of messages)
      emulator.notify(access.idInstance, { ...notification, timestamp: Math.floor(clock.now() / 1000) });
    await clock.advance(180_000);
    const since = new Date(clock.now() - hour);
    const deliver = (parsed: Row): void => {
      kinds.add(`${String(parsed["kind"])}, ${(parsed["issues"] as undefined | unknown[])?.length ?? "no"} issues`);
      const value = parsed["value"] as Row;
      rebuilt.set(value["idMessage"], value);
    };
    await reconcile(createApiClient(access), deliver as never, { since, store: memoryStore(), now: () => clock.now() });
    expect([...kinds]).toEqual(["known, no issues"]);
    expect(rebuilt.size).toBe(messages.length);
  });

  test.each(messages)("$name", ({ name, notification }) => {
    const { typeWebhook, messageData, senderData } = rebuilt.get(notification["idMessage"])!;
    expect(typeWebhook).toBe(notification["typeWebhook"]);
    expect(notification["messageData"]).toMatchObject(messageData as object);
    if (!Object.hasOwn(lossy, name)) expect(messageData).toEqual(notification["messageData"]);
    else expect(messageData).not.toEqual(notification["messageData"]);
    const { chatId } = notification["senderData"] as Row;
    expect(senderData).toMatchObject({ chatId });
  });
});

test("reconcile() and withoutDuplicates() with one store: nothing twice, whichever came first", async () => {
  const store = memoryStore();
  const handled: string[] = [];
  const dispatcher = createDispatcher().onAny(({ value }) => void handled.push((value as { idMessage: string }).idMessage));
  const live = withoutDuplicates(dispatcher, { store, reconciled: true });
  const deliverLive = (idMessage: string) => {
    const parsed = parseNotification({
      ...textMessage({ idMessage, text: "as it was before an edit", chatId: "79000000001@c.us" }),
      instanceData: { idInstance: 1101000001 },
    });
    if (parsed.kind === "malformed") throw new Error("a message was expected");
    return live(parsed, { id: "1", receivedAt: new Date(), source: "webhook", origin: "webhook", signal: new AbortController().signal });
  };
  await deliverLive("M1");
  const client = clientOf({ lastIncomingMessages: [text(2), text(1)] });
  const given = { since: new Date(epoch), now: () => epoch + hour, store };
  expect((await reconcile(client, dispatcher, given)).outcomes).toEqual({ handled: 1, duplicate: 1 });
  // The notification of what the journal gave comes late, in another form.
  expect(await deliverLive("M2")).toBe("duplicate");
  expect(handled).toEqual(["M1", "M2"]);
});

test("reconcile() and withoutDuplicates() with one store: a marker stands in nobody's way", async () => {
  const store = memoryStore();
  const seen: unknown[] = [];
  const deliver = ((parsed, { source }) => void seen.push([source, textOf(parsed)])) satisfies Deliver;
  const live = createReceiver({ deliver: withoutDuplicates(deliver, { store, reconciled: true }) });
  const receive = (row: string) => {
    const value = { ...textMessage({ idMessage: "M1", text: row, chatId: "79000000001@c.us" }), instanceData: { idInstance: 1101000001 } };
    return live.receive({ body: { kind: "value", value }, source: "webhook" });
  };
  const given = { since: new Date(epoch), now: () => epoch + hour, store };
  const marker = clientOf({ lastIncomingMessages: [text(1, { textMessage: "{{SWE001}}" })] });
  // From the journal, live, and the real one in both.
  expect((await reconcile(marker, deliver, given)).outcomes).toEqual({ handled: 1 });
  expect(await receive("{{SWE001}}")).toMatchObject({ outcome: "duplicate" });
  expect((await reconcile(clientOf({ lastIncomingMessages: [text(1)] }), deliver, given)).outcomes).toEqual({ handled: 1 });
  expect(await receive("text 1")).toMatchObject({ outcome: "duplicate" });
  expect(seen).toEqual([
    ["journal", undefined],
    ["journal", "text 1"],
  ]);
});
