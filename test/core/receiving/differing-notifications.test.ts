// Bodies in shapes that were reported or captured, which differ from what is documented. None may be refused; the columns say how each arrives.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createDispatcher, createWebhookHandler, parseNotification, type Dispatcher, type Quarantine } from "@greenhook/core";
import { PollingRefusedError, pollNotifications } from "@greenhook/core/api";
import { replayQuarantine } from "@greenhook/node";
import { beforeAll, expect, test } from "vitest";
import { differingNotifications, message, noNotifications, reply, sender, telegram, text } from "../../support/differing-notifications.ts";

test.each(differingNotifications)("parseNotification() delivers %s", (_, value, kind, paths) => {
  const parsed = parseNotification(structuredClone(value));
  expect(parsed.kind).toBe(kind);
  expect((parsed.issues ?? []).map(({ path, message }) => (message.endsWith(": converted") ? `→${path}` : path))).toEqual(paths);
  expect(parsed.value).toEqual(value);
  if (parsed.kind === "unknown") expect(parsed.envelope).toMatchObject({ typeWebhook: parsed.typeWebhook });
});

test("parseNotification() hands over what fits, and what was converted", () => {
  const notificationOf = (value: unknown) => {
    const parsed = parseNotification(value);
    return parsed.kind === "known" ? parsed.notification : undefined;
  };
  expect(notificationOf(sender({ chatId: 10_000_001, sender: null, later: 1 }))).toEqual(
    message(text, { senderData: { chatId: "10000001", senderName: "A", later: 1 } }),
  );
  expect(notificationOf(message(text, { timestamp: "1790000000" }))).toEqual(message(text));
  expect(notificationOf(reply("abc"))).toEqual(message(text, { instanceData: telegram }));
  expect(notificationOf(message({ typeMessage: "pollMessage", pollMessageData: { options: [{ optionName: "a" }] } }))).toEqual(
    message({ typeMessage: "pollMessage" }),
  );
});

/** What became of a body: by webhook the status and what the response says, by polling whether it left the queue, of a replay whether its file did. */
type Fates = Readonly<Record<"webhook" | "webhook with a quarantine" | "polling" | "polling with a quarantine" | "replay", string>>;

const everywhere = (fate: string): Fates => ({
  webhook: `200 ${fate}`,
  "webhook with a quarantine": `200 ${fate}`,
  polling: "deleted",
  "polling with a quarantine": "deleted",
  replay: "deleted",
});

/** One that differs too much from its kind, and that nobody took. */
const untaken: Fates = {
  webhook: "200 ignored",
  "webhook with a quarantine": "200 quarantined SCHEMA",
  polling: "deleted",
  "polling with a quarantine": "quarantined SCHEMA, deleted",
  replay: "kept: SCHEMA",
};

const fates: Readonly<Record<"known" | "differing" | "new", Readonly<Record<User, Fates>>>> = {
  known: {
    taker: everywhere("handled"),
    observer: everywhere("handled"),
    nobody: { ...everywhere("ignored"), replay: "kept: ignored" },
  },
  differing: { taker: everywhere("unknown"), observer: untaken, nobody: untaken },
  new: {
    taker: everywhere("unknown"),
    observer: { ...everywhere("unknown"), replay: "kept: UNKNOWN_TYPE" },
    nobody: { ...everywhere("ignored"), replay: "kept: UNKNOWN_TYPE" },
  },
};

/** Who receives: one with handlers for everything, one who only logs, and one who wants nothing of it. */
type User = "taker" | "observer" | "nobody";

function dispatcherOf(user: User, seen: (value: unknown) => void = () => undefined): Dispatcher {
  const dispatcher = createDispatcher();
  if (user === "observer") return dispatcher.onAny(({ value }) => seen(value));
  if (user === "nobody") return dispatcher;
  return dispatcher.onUnknown(({ value }) => seen(value)).onAny(({ kind, value }) => (kind === "known" ? seen(value) : undefined));
}

/** All at once, in one folder for each user: a folder for each body would take seconds. */
let replayed: Readonly<Record<User, readonly string[]>>;

beforeAll(async () => {
  const bodies = [...differingNotifications, ...noNotifications].map(([, value]) => value);
  const [taker, observer, nobody] = await Promise.all([
    fatesByReplay(bodies, dispatcherOf("taker")),
    fatesByReplay(bodies, dispatcherOf("observer")),
    fatesByReplay(bodies, dispatcherOf("nobody")),
  ]);
  replayed = { taker, observer, nobody };
}, 60_000);

test.each(differingNotifications.map((each, index) => [...each, index] as const))(
  "%s is delivered by webhook, polling and replay",
  async (_, value, kind, paths, index) => {
    const expected = fates[kind === "known" ? "known" : paths.length > 0 ? "differing" : "new"];
    for (const user of ["taker", "observer", "nobody"] as const) {
      const seen: unknown[] = [];
      const deliver = dispatcherOf(user, (delivered) => seen.push(delivered));
      expect({ ...(await fatesOf(value, deliver)), replay: replayed[user][index] }).toEqual(expected[user]);
      expect(seen).toEqual(user === "nobody" ? [] : [value, value, value, value]);
    }
  },
);

test.each(noNotifications.map(([name, value], index) => [name, value, differingNotifications.length + index] as const))(
  "%s is refused, or kept by the quarantine",
  async (_, value, index) => {
    expect(parseNotification(value)).toMatchObject({ kind: "malformed" });
    const delivered: unknown[] = [];
    const deliver = dispatcherOf("taker", (each) => delivered.push(each));
    expect({ ...(await fatesOf(value, deliver)), replay: replayed.taker[index] }).toEqual({
      ...untaken,
      webhook: "400 SCHEMA",
      polling: "refused SCHEMA",
    });
    expect(delivered).toEqual([]);
  },
);

async function fatesOf(value: object, deliver: Dispatcher): Promise<Omit<Fates, "replay">> {
  return {
    webhook: await fateByWebhook(value, deliver),
    "webhook with a quarantine": await fateByWebhook(value, deliver, keepIn([])),
    polling: await fateByPolling(value, deliver),
    "polling with a quarantine": await fateByPolling(value, deliver, []),
  };
}

function keepIn(kept: string[]): Quarantine {
  return ({ code, bytes }) => void kept.push(`${code}${bytes === undefined ? " without its bytes" : ""}`);
}

async function fateByWebhook(value: object, deliver: Dispatcher, quarantine?: Quarantine): Promise<string> {
  const handler = createWebhookHandler({ token: "t", deliver, quarantine });
  const { status, body } = await handler({
    method: "POST",
    authorization: ["Bearer t"],
    body: { kind: "read", value: new TextEncoder().encode(JSON.stringify(value)) },
  });
  const { outcome, quarantined, code } = JSON.parse(body) as { outcome?: string; quarantined?: string; code?: string };
  return `${status} ${outcome ?? code ?? `quarantined ${quarantined}`}`;
}

async function fateByPolling(value: object, deliver: Dispatcher, kept?: string[]): Promise<string> {
  let deleted = false;
  const client = {
    receiveNotification: () => Promise.resolve(deleted ? undefined : { receiptId: 1, body: value, rawText: JSON.stringify(value) }),
    deleteNotification: () => {
      deleted = true;
      return Promise.resolve({ result: true });
    },
  };
  try {
    await pollNotifications({ client, drain: true, deliver, ...(kept === undefined ? undefined : { quarantine: keepIn(kept) }) });
  } catch (error) {
    if (!(error instanceof PollingRefusedError)) throw error;
    return `${deleted ? "deleted, " : ""}refused ${error.code}`;
  }
  return [...(kept ?? []).map((code) => `quarantined ${code}`), ...(deleted ? ["deleted"] : [])].join(", ");
}

async function fatesByReplay(values: readonly object[], deliver: Dispatcher): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "greenhook-"));
  const nameOf = (index: number): string => `${String(index).padStart(3, "0")}.json`;
  for (const [index, value] of values.entries()) {
    const base64 = Buffer.from(JSON.stringify(value)).toString("base64");
    writeFileSync(join(folder, nameOf(index)), JSON.stringify({ code: "SCHEMA", receivedAt: "2026-11-24T10:00:00.000Z", base64 }));
  }
  const reasons = new Map<string, unknown>();
  await replayQuarantine(folder, { deliver, onRemaining: (file, reason) => reasons.set(basename(file), reason) });
  const left = readdirSync(folder);
  rmSync(folder, { recursive: true });
  return values.map((_, index) => (left.includes(nameOf(index)) ? `kept: ${String(reasons.get(nameOf(index)))}` : "deleted"));
}
