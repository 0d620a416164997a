import { isDeduplicable, keyOf, parseNotification, type KnownNotification, type UnknownNotification } from "@greenhook/core";
import type { Notification } from "@greenhook/core/types";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readFixture, readFixtures } from "../../fixtures/read-fixtures.ts";

const fixtures = readFixtures();

/** A fixture with some of its fields replaced. */
function changed(
  name: string,
  change: (notification: { messageData: Record<string, unknown> } & Record<string, unknown>) => void,
): Notification {
  const notification = structuredClone(readFixture(name));
  change(notification as never);
  return notification;
}

/** A value whose every object has its keys in the opposite order. */
function reversed(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(reversed);
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

test("keyOf() tells all fixtures apart", () => {
  expect(new Set(fixtures.map(({ notification }) => keyOf(notification))).size).toBe(fixtures.length);
});

test.each(fixtures)(
  "keyOf() is the same for $name delivered again, parsed or not, with its keys in any order",
  ({ value, notification }) => {
    const key = keyOf(notification);
    const parsed = parseNotification(reversed(value));
    if (parsed.kind === "malformed") throw new Error("fixtures are known");
    expect(keyOf(parsed)).toBe(key);
  },
);

test("keyOf() tells a call's offer from its end, and two durations apart", () => {
  expect(keyOf(readFixture("incomingCall-offer"))).not.toBe(keyOf(readFixture("incomingCall-declined")));
  const call = keyOf(readFixture("incomingCall-participants"));
  expect(keyOf(changed("incomingCall-participants", (body) => (body["duration"] = 62)))).not.toBe(call);
  expect(keyOf(changed("incomingCall-participants", (body) => (body["participants"] = [])))).not.toBe(call);
});

test("keyOf() tells a marker, an empty message and the real one that follows apart", () => {
  const keys = [{ textMessage: "{{SWE001}}" }, { textMessage: "{{SWE999}}" }, {}, { textMessage: "Hello" }].map((data) =>
    keyOf(changed("textMessage", ({ messageData }) => (messageData["textMessageData"] = data))),
  );
  expect(new Set(keys).size).toBe(4);
});

test("keyOf() tells two states of a poll's votes apart", () => {
  const later = changed("pollUpdateMessage", ({ messageData }) => {
    (messageData["pollMessageData"] as { votes: unknown[] }).votes = [{ optionName: "Nine", optionVoters: [] }];
  });
  expect(keyOf(later)).not.toBe(keyOf(readFixture("pollUpdateMessage")));
});

test("keyOf() tells a vote from the same one that was taken back and given again", () => {
  const again = changed("pollUpdateMessage", (body) => (body["timestamp"] = 1_790_009_999));
  expect(keyOf(again)).not.toBe(keyOf(readFixture("pollUpdateMessage")));
});

test.each([
  ["imageMessage", "fileMessageData"],
  ["videoMessage", "fileMessageData"],
  ["documentMessage", "fileMessageData"],
  ["audioMessage", "fileMessageData"],
  ["stickerMessage", "fileMessageData"],
  ["stickerMessage-telegram", "stickerMessageData"],
])("keyOf() tells %s without its address from the one that has it", (name, field) => {
  const keyWith = (downloadUrl: string | undefined) =>
    keyOf(changed(name, ({ messageData }) => Object.assign(messageData[field] as object, { downloadUrl })));
  const late = keyWith("https://files.example.com/late");
  expect(keyWith("")).not.toBe(late);
  expect(keyWith(undefined)).not.toBe(late);
  // Addresses differ from delivery to delivery.
  expect(keyWith("https://files.example.com/again")).toBe(late);
});

test("keyOf() tells statuses, instances and chats apart", () => {
  const status = keyOf(readFixture("outgoingMessageStatus-delivered"));
  expect(keyOf(changed("outgoingMessageStatus-delivered", (body) => (body["status"] = "read")))).not.toBe(status);
  expect(keyOf(changed("outgoingMessageStatus-delivered", (body) => (body["instanceData"] = { idInstance: 2 })))).not.toBe(status);
  const quoting = keyOf(readFixture("quoting-imageMessage"));
  expect(keyOf(changed("quoting-imageMessage", (body) => (body["typeWebhook"] = "outgoingMessageReceived")))).not.toBe(quoting);
  expect(keyOf(changed("outgoingMessageStatus-delivered", (body) => (body["chatId"] = "79000000003@c.us")))).not.toBe(status);
});

test("keyOf() tells texts apart that would read alike when joined", () => {
  const keyFor = (chatId: string, idMessage: string) =>
    keyOf(
      changed("textMessage", (body) => {
        body["senderData"] = { chatId };
        body["idMessage"] = idMessage;
      }),
    );
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string({ minLength: 1 }), (chatId, middle, idMessage) => {
      fc.pre(middle !== "");
      expect(keyFor(`${chatId}${middle}`, idMessage)).not.toBe(keyFor(chatId, `${middle}${idMessage}`));
      expect(keyFor(`${chatId}/${middle}`, idMessage)).not.toBe(keyFor(chatId, `${middle}/${idMessage}`));
    }),
    { seed: 20_261_122, numRuns: 300 },
  );
});

/** A value as it is parsed, for what must not be malformed. */
function parsed(value: unknown): KnownNotification | UnknownNotification {
  const result = parseNotification(value);
  if (result.kind === "malformed") throw new Error("a notification was expected");
  return result;
}

test("keyOf() is over everything in an unknown notification, but for the queue envelope around it", () => {
  const body = { typeWebhook: "later", idMessage: "1", later: { deep: [1, 2, { a: 1 }] } };
  const keyFor = (value: unknown) => keyOf(parsed(value));
  expect(keyFor(reversed(body))).toBe(keyFor(body));
  expect(keyFor({ receiptId: 1, body })).toBe(keyFor(body));
  expect(keyFor({ receiptId: 2, body })).toBe(keyFor(body));
  expect(keyFor({ ...body, later: { deep: [1, 2, { a: "1" }] } })).not.toBe(keyFor(body));
  expect(keyFor({ ...body, later: { deep: [2, 1, { a: 1 }] } })).not.toBe(keyFor(body));
  const withPrototypeKey = (value: number): unknown => JSON.parse(`{"typeWebhook":"later","__proto__":{"a":${value}}}`);
  expect(keyFor(withPrototypeKey(1))).not.toBe(keyFor(withPrototypeKey(2)));
  expect(keyFor({ ...body, later: null })).not.toBe(keyFor({ ...body, later: Infinity }));
  expect(keyFor({ ...body, later: 2n ** 60n })).not.toBe(keyFor({ ...body, later: 2n ** 60n + 1n }));
});

test("keyOf() is the same whether a version knows the kind, the type and the fields or not", () => {
  for (const { value, notification } of fixtures) {
    const { typeWebhook } = notification;
    expect(keyOf({ kind: "unknown", typeWebhook, value })).toBe(keyOf(parsed(value)));
    // A known notification's typed view may be a copy without what doesn't fit.
    expect(keyOf({ kind: "known", notification: readFixture("incomingBlock"), value })).toBe(keyOf(notification));
  }
});

test("keyOf() tells by sender, so that no member of a group can hide another's message with its id", () => {
  const key = keyOf(readFixture("textMessage-group"));
  expect(keyOf(changed("textMessage-group", (body) => Object.assign(body["senderData"] as object, { sender: "1@c.us" })))).not.toBe(key);
  // Names may change between two deliveries, and so may what is known of the account.
  expect(keyOf(changed("textMessage-group", (body) => Object.assign(body["senderData"] as object, { chatName: "Other" })))).toBe(key);
  expect(keyOf(changed("textMessage-group", (body) => Object.assign(body["instanceData"] as object, { wid: "" })))).toBe(key);
});

test.each([
  ["textMessage", { textMessageData: { textMessage: "At ten" } }],
  ["extendedTextMessage", { extendedTextMessageData: { text: "At ten" } }],
  ["reactionMessage", { extendedTextMessageData: { text: "👎" } }],
  ["editedMessage", { editedMessageData: { stanzaId: "3EB0AAAAAAAAAAAAAAAA", textMessage: "At eleven" } }],
  ["editedMessage-empty", { editedMessageData: { stanzaId: "3EB0AAAAAAAAAAAAAAAA" } }],
  ["locationMessage", { locationMessageData: { latitude: 1, longitude: 2 } }],
  ["buttonsResponseMessage", { buttonsResponseMessage: { selectedButtonId: "no" } }],
  ["interactiveButtonsResponse", { interactiveButtonsResponse: { selectedId: "no" } }],
  ["listResponseMessage", { listResponseMessage: { singleSelectReply: "2" } }],
  ["productMessage", { later: 1 }],
  ["orderMessage", { later: 1 }],
  ["imageMessage", { fileMessageData: { downloadUrl: "https://files.example.com/menu.jpeg", caption: "Other" } }],
])("keyOf() tells %s from the same one with other content under the same id", (name, content) => {
  expect(keyOf(changed(name, ({ messageData }) => Object.assign(messageData, content)))).not.toBe(keyOf(readFixture(name)));
});

test("keyOf() tells statuses of one message apart by whatever they say", () => {
  const status = (fields: object) =>
    keyOf(changed("outgoingMessageStatus-delivered", (body) => Object.assign(body, { status: "read" }, fields)));
  const all = [
    {},
    { description: "404" },
    { description: "500" },
    { participant: "1@c.us" },
    { participant: "2@c.us" },
    { timestamp: 1 },
    { status: "" },
  ];
  expect(new Set(all.map(status)).size).toBe(all.length);
});

test("keyOf() reads a marker as no address", () => {
  const key = (downloadUrl: unknown) =>
    keyOf(changed("imageMessage", ({ messageData }) => Object.assign(messageData["fileMessageData"] as object, { downloadUrl })));
  expect(key("{{SWE002}}")).toBe(key(""));
  expect(key("{{SWE002}}")).toBe(key(undefined));
  expect(key("{{SWE002}}")).not.toBe(key("https://files.example.com/menu.jpeg"));
  expect(key({ url: "a" })).not.toBe(key({ url: "b" }));
});

test("isDeduplicable() says no only where neither an id nor a time tells two of them apart", () => {
  const no = fixtures.filter(({ notification }) => !isDeduplicable(notification)).map(({ name }) => name);
  expect(no).toEqual(["quotaExceeded-short", "quotaExceeded"]);
  expect(isDeduplicable(parsed({ typeWebhook: "later" }))).toBe(false);
  expect(isDeduplicable(parsed({ typeWebhook: "later", timestamp: "1790000000" }))).toBe(true);
  expect(isDeduplicable(parsed({ typeWebhook: "later", idMessage: "a" }))).toBe(true);
});

test("keyOf() tells 5,000 contents apart that differ in one character", () => {
  const keys = new Set<string>();
  for (let number = 0; number < 5000; number += 1) {
    keys.add(keyOf({ kind: "unknown", typeWebhook: "later", value: { typeWebhook: "later", number } }));
  }
  expect(keys.size).toBe(5000);
});

test("keyOf() fits as an id wherever one is wanted, whatever arrives", () => {
  const form = /^1\.\d{1,20}\.[\w-]{32}$/;
  for (const { notification } of fixtures) expect(keyOf(notification)).toMatch(form);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(keyOf(value as unknown as Notification)).toMatch(form);
      expect(keyOf({ kind: "unknown", typeWebhook: "later", value })).toMatch(form);
      expect(keyOf({ typeWebhook: "later", instanceData: { idInstance: value } } as unknown as Notification)).toMatch(form);
    }),
    { seed: 20_261_124, numRuns: 300 },
  );
  expect(keyOf(changed("textMessage", (body) => (body["idMessage"] = "x".repeat(1_000_000)))).length).toBeLessThan(60);
  expect(keyOf({ typeWebhook: "later", instanceData: { idInstance: 710700000001 } } as unknown as Notification)).toMatch(
    /^1\.710700000001\./,
  );
  for (const idInstance of [[1101000001], -1, 1.5, 1e21, "12345678901234567890123", "1/2", "", null, Infinity]) {
    expect(keyOf({ typeWebhook: "later", instanceData: { idInstance } } as unknown as Notification)).toMatch(/^1\.0\./);
  }
});

test("keyOf() goes by the content where there is no idMessage", () => {
  for (const idMessage of ["", undefined, null, {}]) {
    const [one, other] = ["Hello", "Bye"].map((textMessage) =>
      keyOf(changed("textMessage", (body) => Object.assign(body, { idMessage, timestamp: textMessage.length }))),
    );
    expect(one).not.toBe(other);
  }
});

test("keyOf() survives a value nested 100,000 deep", () => {
  let list: unknown = 1;
  for (let depth = 0; depth < 100_000; depth += 1) list = [list];
  let object: unknown = 1;
  for (let depth = 0; depth < 100_000; depth += 1) object = { a: object };
  const keyFor = (deep: unknown) => keyOf({ kind: "unknown", typeWebhook: "later", value: { typeWebhook: "later", value: deep } });
  expect(keyFor(list)).toMatch(/^1\.0\./);
  expect(keyFor(object)).toMatch(/^1\.0\./);
  expect(keyFor([[[[1]]]])).not.toBe(keyFor([[[[2]]]]));
});

test("keyOf() tells numbers apart that JSON has no text for, and takes no value at all", () => {
  const keyFor = (value: unknown) => keyOf({ kind: "unknown", typeWebhook: "later", value: { typeWebhook: "later", value } });
  const keys = [Infinity, -Infinity, 10n, 11n, null].map(keyFor);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keyOf({ kind: "unknown", typeWebhook: "later", value: undefined })).toMatch(/^1\.0\./);
});

test.each(["incomingMessageReceived", "outgoingMessageReceived", "outgoingAPIMessageReceived"])(
  "keyOf() of %s goes by the message alone",
  (typeWebhook) => {
    const key = keyOf(changed("textMessage", (body) => Object.assign(body, { typeWebhook })));
    expect(keyOf(changed("textMessage", (body) => Object.assign(body, { typeWebhook, timestamp: 1, later: 1 })))).toBe(key);
  },
);
