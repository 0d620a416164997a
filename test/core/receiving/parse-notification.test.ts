import { parseNotification, unknownFieldsOf } from "@greenhook/core";
import type { MessageNotification } from "@greenhook/core/types";
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

test("parseNotification() says of a known kind with any content that it is known or unknown, and what is wrong", () => {
  fc.assert(
    fc.property(anyFixture, fc.jsonValue({ maxDepth: 4 }), fc.nat(), ({ notification }, content, pick) => {
      const value = structuredClone(notification);
      const places = objectsIn(value);
      const place = places[pick % places.length]!;
      const keys = Object.keys(place);
      place[keys[pick % keys.length]!] = content;
      const parsed = parseNotification(value);
      expect(parsed.value).toBe(value);
      expect(parsed.kind === "malformed").toBe(typeof value.typeWebhook !== "string");
      expect(parsed.kind === "known" && parsed.issues !== undefined).toBe(parsed.kind === "known" && parsed.notification !== value);
      expect(parsed.issues?.length ?? 1).toBeGreaterThan(0);
      expect(parsed.issues?.length ?? 1).toBeLessThanOrEqual(10);
      for (const { message } of parsed.issues ?? []) {
        expect(message).toMatch(/^(is missing|must be (of type|a JSON object|").*)$/);
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
      const parsed = parseNotification(value);
      expect(parsed.kind === "known" && parsed.notification).toBe(value);
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
    expect(parsed).toMatchObject({ kind: path === "typeWebhook" ? "malformed" : "unknown", value });
    // The issue names the field itself.
    expect(parsed.issues?.map((issue) => issue.path)).toContain(path);
  }
});

test("parseNotification() says what is wrong without any of the content, and shares what fits", () => {
  const call = readFixture("incomingCall-participants");
  const value = {
    ...call,
    status: ["secret"],
    isVideo: "secret",
    participants: [{ wid: null, status: "offer" }, "secret", { wid: "1@c.us" }],
  };
  const parsed = parseNotification(value);
  expect(parsed.issues).toEqual([
    { path: "status", message: "must be of type string, not array" },
    { path: "isVideo", message: "must be of type boolean, not string" },
    { path: "participants[0].wid", message: "must be of type string, not null" },
    { path: "participants[1]", message: "must be of type object, not string" },
  ]);
  const { status: _, isVideo: __, ...rest } = value;
  if (parsed.kind !== "known" || parsed.notification.typeWebhook !== "incomingCall") throw new Error("not known");
  expect(parsed.notification).toEqual({ ...rest, participants: [{ status: "offer" }, { wid: "1@c.us" }] });
  expect(parsed.notification.instanceData).toBe(value.instanceData);
  expect(parsed.notification.participants?.[1]).toBe(value.participants[2]);
  expect(parsed.value).toBe(value);
});

test("parseNotification() lists ten issues, and says that there are more", () => {
  const fields = [
    "text",
    "description",
    "title",
    "jpegThumbnail",
    "previewType",
    "mediaType",
    "sourceId",
    "sourceType",
    "sourceUrl",
    "thumbnailUrl",
  ];
  const parse = (names: readonly string[]) => {
    const extendedTextMessageData = Object.fromEntries(names.map((field) => [field, true]));
    return parseNotification({
      ...readFixture("textMessage"),
      messageData: { typeMessage: "extendedTextMessage", extendedTextMessageData },
    });
  };
  const ten = parse(fields);
  expect(ten).toMatchObject({ kind: "known" });
  expect(ten.issues).toHaveLength(10);
  expect(ten).not.toHaveProperty("issuesOmitted");
  const more = parse([...fields, "stanzaId"]);
  expect(more).toMatchObject({ kind: "known", issuesOmitted: true });
  expect(more.issues).toEqual(ten.issues);
});

test("parseNotification() takes a notification with more than 100 misfits for an unknown one, but for those in its quote", () => {
  const wrong = (count: number) => Array<unknown>(count).fill(1);
  const parsePoll = (count: number) =>
    parseNotification({
      ...readFixture("pollMessage"),
      messageData: { typeMessage: "pollMessage", pollMessageData: { name: "q", options: [{ optionName: "a" }, ...wrong(count)] } },
    });
  expect(parsePoll(100)).toMatchObject({
    kind: "known",
    notification: { messageData: { pollMessageData: { options: [{ optionName: "a" }] } } },
  });
  expect(parsePoll(101)).toMatchObject({
    kind: "unknown",
    typeWebhook: "incomingMessageReceived",
    typeMessage: "pollMessage",
    issuesOmitted: true,
  });
  const messageData = { typeMessage: "textMessage", textMessageData: { textMessage: "reply", isForwarded: 1 } };
  const quoting = parseNotification({
    ...readFixture("textMessage"),
    messageData: { ...messageData, quotedMessage: { contacts: wrong(1000) } },
  });
  expect(quoting).toMatchObject({ kind: "known", issuesOmitted: true });
  expect(quoting.kind === "known" && quoting.notification).toMatchObject({
    messageData: { typeMessage: "textMessage", textMessageData: { textMessage: "reply" } },
  });
  expect(quoting.kind === "known" && quoting.notification).not.toHaveProperty("messageData.quotedMessage");
});

test("parseNotification() speaks of the shape that comes closest", () => {
  const { timestamp: _, ...avatar } = readFixture("deviceInfo-avatar");
  expect(parseNotification(avatar).issues).toEqual([{ path: "timestamp", message: "is missing" }]);
  expect(parseNotification({ ...readFixture("incomingBlock"), chatId: true }).issues).toEqual([
    { path: "chatId", message: "must be of type string or number, not boolean" },
  ]);
});

test("parseNotification() converts no idInstance, and gives the rest of the envelope", () => {
  const { instanceData, ...rest } = readFixture("textMessage") as MessageNotification;
  const value = { ...rest, instanceData: { ...instanceData, idInstance: "1101000001" } };
  const parsed = parseNotification(value);
  expect(parsed).toMatchObject({
    kind: "unknown",
    typeWebhook: "incomingMessageReceived",
    typeMessage: "textMessage",
    issues: [{ path: "instanceData.idInstance", message: "must be of type number, not string" }],
  });
  const { idInstance: _, ...otherInstanceData } = instanceData;
  const { timestamp, idMessage, senderData, typeWebhook } = rest;
  expect(parsed.kind === "unknown" && parsed.envelope).toEqual({
    typeWebhook,
    instanceData: otherInstanceData,
    senderData,
    chatId: senderData.chatId,
    idMessage,
    timestamp,
  });
});

test("parseNotification() gives what can be read of an unknown type of message", () => {
  const { messageData: _, ...common } = readFixture("textMessage") as MessageNotification;
  const parsed = parseNotification({ ...common, messageData: { typeMessage: "laterMessage" } });
  expect(parsed).toMatchObject({ kind: "unknown", typeWebhook: "incomingMessageReceived", typeMessage: "laterMessage" });
  expect(parsed.kind === "unknown" && parsed.envelope).toEqual({ ...common, chatId: common.senderData.chatId });
  expect(parsed).not.toHaveProperty("issues");
});

test("parseNotification() reads the envelope of an unknown kind field by field", () => {
  const value = {
    typeWebhook: "later",
    timestamp: "1",
    idMessage: {},
    instanceData: { idInstance: "1", wid: "2@c.us" },
    senderData: { chatId: 3, sender: [] },
  };
  const parsed = parseNotification(value);
  expect(parsed).toEqual({
    kind: "unknown",
    typeWebhook: "later",
    envelope: { typeWebhook: "later", timestamp: 1, instanceData: { wid: "2@c.us" }, senderData: { chatId: "3" }, chatId: "3" },
    value,
  });
  expect(parseNotification({ typeWebhook: "later", timestamp: true, senderData: { chatId: 1.5 } })).not.toHaveProperty("envelope");
});

test.each([
  ["no messageData", undefined, { path: "messageData", message: "is missing" }],
  ["null for messageData", null, { path: "messageData", message: "must be of type object, not null" }],
  ["no typeMessage", { textMessageData: {} }, { path: "messageData.typeMessage", message: "is missing" }],
  ["a number for typeMessage", { typeMessage: 1 }, { path: "messageData.typeMessage", message: "must be of type string, not number" }],
])("parseNotification() takes a message with %s for an unknown one", (_, messageData, issue) => {
  const value = { ...(readFixture("textMessage") as MessageNotification), senderData: null, messageData };
  const parsed = parseNotification(value);
  expect(parsed).toMatchObject({ kind: "unknown", typeWebhook: "incomingMessageReceived", envelope: { idMessage: value.idMessage } });
  expect(parsed).not.toHaveProperty("typeMessage");
  expect(parsed.issues).toEqual([{ path: "senderData", message: "must be of type object, not null" }, issue]);
});

test("parseNotification() calls malformed only what is no object or has no typeWebhook", () => {
  for (const value of [null, 1, "text", true, [], [{ typeWebhook: "incomingCall" }], { receiptId: 1, body: null }]) {
    expect(parseNotification(value)).toEqual({ kind: "malformed", issues: [{ path: "", message: "must be a JSON object" }], value });
  }
  expect(parseNotification({}).issues).toEqual([{ path: "typeWebhook", message: "is missing" }]);
  expect(parseNotification({ typeWebhook: 1 }).issues).toEqual([{ path: "typeWebhook", message: "must be of type string" }]);
});

test("parseNotification() keeps an own __proto__ where it copies", () => {
  const value = JSON.parse(
    JSON.stringify(readFixture("incomingCall-offer")).replace("{", '{"isVideo":1,"__proto__":{"from":"forged"},'),
  ) as object;
  const parsed = parseNotification(value);
  expect(parsed).toMatchObject({ kind: "known", issues: [{ path: "isVideo" }] });
  const copy = parsed.kind === "known" ? parsed.notification : {};
  expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
  expect(Object.getOwnPropertyDescriptor(copy, "__proto__")?.value).toEqual({ from: "forged" });
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
