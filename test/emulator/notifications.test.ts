import { createDispatcher, parseNotification, unknownFieldsOf } from "@greenhook/core";
import * as factories from "@greenhook/emulator/notifications";
import type { Notification } from "@greenhook/core/types";
import { describe, expect, test } from "vitest";
import { readFixtures } from "../fixtures/read-fixtures.ts";

const { everyNotification, imageMessage, incomingCall, quoting, textMessage, unknownNotification } = factories;

/** The paths and types of a notification's fields, without the envelope's, and the message types that it names. */
function shapeOf(notification: Notification): string {
  const { typeMessage, quotedMessage } = "messageData" in notification ? notification.messageData : {};
  const fields = pathsOf({ ...notification, instanceData: 0, senderData: 0 });
  return [typeMessage, quotedMessage?.typeMessage, ...new Set(fields.sort())].join(" ");
}

function pathsOf(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [`${path}:${value === null ? "null" : typeof value}`];
  const below = Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, `${path}.${Array.isArray(value) ? "" : key}`));
  return below.length > 0 ? below : [`${path}:empty`];
}

describe("factories", () => {
  test.each(everyNotification().map(({ name, notification }) => [name, notification] as const))(
    "%s is known, with no unknown field",
    (_, made) => {
      const parsed = parseNotification(JSON.parse(JSON.stringify(made)));
      expect(parsed).toMatchObject({ kind: "known", value: made });
      expect(parsed.kind === "known" ? unknownFieldsOf(parsed.notification) : undefined).toEqual([]);
    },
  );

  test("everyNotification() holds every factory, and every name once", () => {
    const names = everyNotification().map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const notSingle = new Set(["asOutgoing", "asOutgoingApi", "quoting", "everyNotification", "unknownNotification"]);
    for (const name of Object.keys(factories)) if (!notSingle.has(name)) expect(names).toContain(name);
  });

  test("everyNotification() has the shape of every fixture", () => {
    const made = new Set(everyNotification().map(({ notification }) => shapeOf(notification)));
    // Some fixtures have unknown fields, to show that they are kept.
    const fixtures = readFixtures().filter(({ notification }) => unknownFieldsOf(notification).length === 0);
    expect(fixtures.length).toBeGreaterThan(100);
    expect(fixtures.filter(({ notification }) => !made.has(shapeOf(notification))).map(({ name }) => name)).toEqual([]);
  });

  test("everyNotification() returns the same notifications each time", () => {
    expect(everyNotification()).toEqual(everyNotification());
  });

  test("textMessage() takes the fields that matter to a test", () => {
    expect(textMessage({ text: "Hi", chatId: "79000000005@c.us" })).toMatchObject({
      senderData: { chatId: "79000000005@c.us", sender: "79000000005@c.us" },
      messageData: { textMessageData: { textMessage: "Hi" } },
    });
    expect(textMessage({ chatId: "120363000000000001@g.us" }).senderData).toMatchObject({ sender: "79000000001@c.us" });
  });

  test("textMessage() has an idMessage that depends on the content", () => {
    expect(textMessage({ text: "A" }).idMessage).toBe(textMessage({ text: "A" }).idMessage);
    expect(textMessage({ text: "A" }).idMessage).not.toBe(textMessage({ text: "B" }).idMessage);
    const ids = Array.from({ length: 20_000 }, (_, index) => textMessage({ text: `${index}` }).idMessage);
    expect(new Set(ids).size).toBe(ids.length);
    expect(textMessage({ typeInstance: "v3" }).idMessage).toMatch(/^\d{18}$/);
  });

  test("changes apply at any depth, and undefined removes a field", () => {
    const changed = imageMessage({}, { senderData: { chatName: undefined }, messageData: { fileMessageData: { caption: "Look" } } });
    expect(changed.messageData.fileMessageData).toMatchObject({ caption: "Look", fileName: "menu.jpeg" });
    expect(changed.senderData).not.toHaveProperty("chatName");
    expect(incomingCall({}, { status: undefined })).not.toHaveProperty("status");
  });

  test("quoting() replies to the given message", () => {
    expect(quoting(textMessage(), { stanzaId: "3EB0B" }).messageData.quotedMessage).toMatchObject({
      stanzaId: "3EB0B",
      textMessage: "Should I send it?",
    });
  });

  test("unknownNotification() is unknown, with its envelope", () => {
    expect(parseNotification(unknownNotification())).toMatchObject({
      kind: "unknown",
      typeWebhook: "somethingNew",
      envelope: { timestamp: 1790000000 },
    });
  });

  test("a dispatcher delivers them in one line", async () => {
    const replies: string[] = [];
    const dispatcher = createDispatcher().onText(({ senderData }, text) => void replies.push(`${senderData.chatId}: ${text}`));
    expect(await dispatcher.deliver(textMessage({ text: "menu" }))).toBe("handled");
    expect(await dispatcher.deliver(incomingCall())).toBe("ignored");
    expect(replies).toEqual(["79000000001@c.us: menu"]);
  });
});
