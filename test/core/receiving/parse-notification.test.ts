import { parseNotification, unknownFieldsOf } from "@greenhook/core";
import type { Notification } from "@greenhook/core/types";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { requiredFields } from "../../fixtures/required-fields.ts";
import { readFixture, readFixtures } from "../../fixtures/read-fixtures.ts";

const fixtures = readFixtures();
const seeded = { seed: 20_261_122, numRuns: 500 };

const anyFixture = fc.constantFrom(...fixtures);
// A name that no schema has.
const newName = fc.string({ maxLength: 8 }).map((end) => `later${end}`);

test("parseNotification() never throws, and hands back what came in", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const parsed = parseNotification(value);
      expect(["known", "unknown", "malformed"]).toContain(parsed.kind);
      expect(parsed.value).toBe(value);
    }),
    seeded,
  );
});

test("parseNotification() never throws for a known kind with any content", () => {
  fc.assert(
    fc.property(anyFixture, fc.jsonValue({ maxDepth: 4 }), fc.nat(), ({ notification }, content, pick) => {
      const value = structuredClone(notification);
      const places = objectsIn(value);
      const place = places[pick % places.length]!;
      const keys = Object.keys(place);
      place[keys[pick % keys.length]!] = content;
      const parsed = parseNotification(value);
      if (parsed.kind !== "malformed") return;
      expect(parsed.issues.length).toBeGreaterThan(0);
      expect(parsed.issues.length).toBeLessThanOrEqual(10);
      for (const { message } of parsed.issues) {
        expect(message).toMatch(/^(is missing|is not as documented|must be (of type|a JSON object|").*)$/);
      }
    }),
    seeded,
  );
});

test("parseNotification() keeps a notification known whatever fields are added", () => {
  fc.assert(
    fc.property(anyFixture, newName, fc.jsonValue({ maxDepth: 3 }), fc.nat(), ({ notification }, name, content, pick) => {
      const value = structuredClone(notification);
      const places = objectsIn(value);
      places[pick % places.length]![name] = content;
      expect(parseNotification(value)).toMatchObject({ kind: "known" });
      // Inside a field that is unknown itself, that one is listed.
      const strangers = unknownFieldsOf(notification);
      expect(unknownFieldsOf(value).some((path) => path.endsWith(name) || strangers.includes(path))).toBe(true);
    }),
    seeded,
  );
});

test.each(fixtures)("parseNotification() names the required field that $name lacks", ({ notification }) => {
  for (const path of requiredFields(notification)) {
    const value = structuredClone(notification);
    remove(value, path);
    const parsed = parseNotification(value);
    expect(parsed).toMatchObject({ kind: "malformed", value });
    // The issue names the field itself.
    expect(parsed.kind === "malformed" && parsed.issues.map((issue) => issue.path)).toContain(path);
  }
});

test.each([
  ["wrong items", 1],
  ["items with a wrong field", { optionName: 1 }],
])("parseNotification() lists ten issues of 500,000 %s, in no time", (_, item) => {
  const value = structuredClone(readFixture("pollMessage"));
  Object.assign((value as unknown as { messageData: { pollMessageData: object } }).messageData.pollMessageData, {
    options: Array<unknown>(500_000).fill(item),
  });
  parseNotification(readFixture("pollMessage"));
  const started = performance.now();
  const parsed = parseNotification(value);
  expect(performance.now() - started).toBeLessThan(100);
  expect(parsed.kind === "malformed" && parsed.issues).toHaveLength(10);
  expect(parsed.kind === "malformed" && parsed.issues[0]?.path).toMatch(/^messageData\.pollMessageData\.options\[0\]/);
});

test("parseNotification() lists ten issues of one object", () => {
  const fields = ["text", "description", "title", "jpegThumbnail", "previewType", "mediaType", "sourceId", "sourceType", "sourceUrl"];
  const wrong = Object.fromEntries([...fields, "thumbnailUrl", "stanzaId", "participant"].map((field) => [field, 1]));
  const value = { ...readFixture("textMessage"), messageData: { typeMessage: "extendedTextMessage", extendedTextMessageData: wrong } };
  const parsed = parseNotification(value);
  expect(parsed.kind === "malformed" && parsed.issues).toHaveLength(10);
});

test("parseNotification() says what is wrong without any of the content", () => {
  const value = {
    ...readFixture("incomingCall-participants"),
    from: 79_000_000_002,
    status: ["secret"],
    participants: [{ wid: null }, "secret"],
  };
  const parsed = parseNotification(value);
  expect(parsed.kind === "malformed" && parsed.issues).toEqual([
    { path: "from", message: "must be of type string, not number" },
    { path: "status", message: "must be of type string, not array" },
    { path: "participants[0].wid", message: "must be of type string, not null" },
    { path: "participants[1]", message: "must be of type object, not string" },
  ]);
});

test("parseNotification() speaks of the shape that comes closest", () => {
  const issuesOf = (value: unknown) => {
    const parsed = parseNotification(value);
    return parsed.kind === "malformed" ? parsed.issues : [];
  };
  const { timestamp: _, ...avatar } = readFixture("deviceInfo-avatar");
  expect(issuesOf(avatar)).toEqual([{ path: "timestamp", message: "is missing" }]);
  expect(issuesOf({ ...readFixture("incomingBlock"), chatId: true })).toEqual([
    { path: "chatId", message: "must be of type string or number, not boolean" },
  ]);
});

test("parseNotification() refuses an idInstance that is text", () => {
  const value = { ...readFixture("stateInstanceChanged"), instanceData: { idInstance: "1101000001" } };
  expect(parseNotification(value)).toMatchObject({
    issues: [{ path: "instanceData.idInstance", message: "must be of type number, not string" }],
  });
});

test("parseNotification() gives what can be read of an unknown type of message", () => {
  const { messageData: _, ...common } = readFixture("textMessage") as Extract<Notification, { messageData: unknown }>;
  const parsed = parseNotification({ ...common, messageData: { typeMessage: "laterMessage" } });
  expect(parsed).toMatchObject({ kind: "unknown", typeWebhook: "incomingMessageReceived", typeMessage: "laterMessage" });
  expect(parsed.kind === "unknown" && parsed.envelope).toEqual({ ...common, chatId: common.senderData.chatId });
  // What is of another type is left out, and so is an envelope without anything.
  expect(parseNotification({ typeWebhook: "later", timestamp: "1", senderData: { chatId: 1 } })).not.toHaveProperty("envelope");
});

test.each(["constructor", "toString", "__proto__", "hasOwnProperty"])("parseNotification() takes %s for an unknown kind", (name) => {
  expect(parseNotification({ typeWebhook: name })).toMatchObject({ kind: "unknown", typeWebhook: name });
  const message = { ...readFixture("textMessage"), messageData: { typeMessage: name } };
  expect(parseNotification(message)).toMatchObject({ kind: "unknown", typeMessage: name });
});

/** Every object in a value, the value included. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(objectsIn);
  return Array.isArray(value) ? inner : [value as Record<string, unknown>, ...inner];
}

function remove(value: object, path: string): void {
  const steps = path.split(".");
  const last = steps.pop()!;
  const owner = steps.reduce<Record<string, unknown>>(
    (found, step) => found[step] as Record<string, unknown>,
    value as Record<string, unknown>,
  );
  expect(Object.hasOwn(owner, last)).toBe(true);
  delete owner[last];
}
