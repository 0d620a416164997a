import { keyOf, parseNotification } from "@greenhook/core";
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

test("keyOf() digests unknown notifications whole, without the queue envelope around them", () => {
  const body = { typeWebhook: "later", idMessage: "1", later: { deep: [1, 2, { a: 1 }] } };
  const keyFor = (value: unknown) => {
    const parsed = parseNotification(value);
    if (parsed.kind !== "unknown") throw new Error("unknown was expected");
    return keyOf(parsed);
  };
  expect(keyFor(reversed(body))).toBe(keyFor(body));
  expect(keyFor({ receiptId: 1, body })).toBe(keyFor(body));
  expect(keyFor({ receiptId: 2, body })).toBe(keyFor(body));
  expect(keyFor({ ...body, later: { deep: [1, 2, { a: "1" }] } })).not.toBe(keyFor(body));
  expect(keyFor({ ...body, later: { deep: [2, 1, { a: 1 }] } })).not.toBe(keyFor(body));
  expect(keyFor({ ...body, later: null })).not.toBe(keyFor({ ...body, later: Infinity }));
});

test("keyOf() tells 20,000 contents apart that differ in one character", () => {
  const keys = new Set<string>();
  for (let number = 0; number < 20_000; number += 1) {
    keys.add(keyOf({ kind: "unknown", typeWebhook: "later", value: { typeWebhook: "later", number } }));
  }
  expect(keys.size).toBe(20_000);
  // Two mixes, not one twice.
  for (const key of keys) {
    const [one, other] = key.slice("later/".length).split(".");
    expect(one).not.toBe(other);
  }
});

test("keyOf() stays short for an idMessage of 1 MB, and without one", () => {
  const long = changed("textMessage", (body) => (body["idMessage"] = "x".repeat(1_000_000)));
  const other = changed("textMessage", (body) => (body["idMessage"] = `${"x".repeat(999_999)}y`));
  expect(keyOf(long).length).toBeLessThan(512);
  expect(keyOf(long)).not.toBe(keyOf(other));
  const [one, two] = ["Hello", "Bye"].map((textMessage) =>
    keyOf(
      changed("textMessage", (body) => {
        body["idMessage"] = "";
        body.messageData["textMessageData"] = { textMessage };
      }),
    ),
  );
  expect(one).not.toBe(two);
});

test("keyOf() survives a value nested 100,000 deep", () => {
  let value: unknown = 1;
  for (let depth = 0; depth < 100_000; depth += 1) value = [value];
  expect(keyOf({ kind: "unknown", typeWebhook: "later", value: { typeWebhook: "later", value } })).toMatch(/^later\//);
});
