import { parseNotification, type DeliveryContext, type KnownNotification, type UnknownNotification } from "@greenhook/core";
import { laneOf } from "@greenhook/inbox";
import { describe, expect, test } from "vitest";
import { newItemOf } from "../../../packages/inbox/dist/putting/new-item-of.js";
import { printable } from "../../../packages/inbox/dist/putting/printable.js";
import { textMessage } from "../../support/notifications.ts";

function parsedOf(value: unknown): KnownNotification | UnknownNotification {
  const parsed = parseNotification(value);
  if (parsed.kind === "malformed") throw new Error("malformed");
  return parsed;
}

function context(more: Partial<DeliveryContext> = {}): DeliveryContext {
  return { id: "1", signal: new AbortController().signal, receivedAt: new Date(0), source: "webhook", origin: "webhook", ...more };
}

const itemOfValue = (value: unknown, more: Partial<DeliveryContext> = {}) => newItemOf(parsedOf(value), context(more), laneOf);
const hour = 3_600_000;

describe("what is stored", () => {
  test("of a message: its text as it arrived, both keys, its lane", () => {
    const rawText = JSON.stringify(textMessage(), undefined, 2);
    const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    expect(itemOfValue(textMessage(), { rawText, origin: "journal", missing: ["senderData.senderName"], traceparent })).toEqual({
      key: expect.stringMatching(/^1\.1101000001\.[\w-]{32}$/) as unknown,
      messageKey: expect.stringMatching(/^1m\.1101000001\.[\w-]{32}$/) as unknown,
      lane: "1101000001/79000000001@c.us",
      typeWebhook: "incomingMessageReceived",
      plain: true,
      text: rawText,
      origin: "journal",
      missing: ["senderData.senderName"],
      receivedAt: new Date(0),
      traceparent,
      keepMilliseconds: 8 * 24 * hour,
    });
  });

  test("of what has no message: no message key, no chat, and its key for 25 hours", () => {
    const value = {
      typeWebhook: "stateInstanceChanged",
      instanceData: textMessage().instanceData,
      timestamp: 1,
      stateInstance: "authorized",
    };
    const item = itemOfValue(value);
    expect(item).toMatchObject({ lane: "1101000001", plain: false, text: JSON.stringify(value), keepMilliseconds: 25 * hour });
    expect(item).not.toHaveProperty("messageKey");
  });

  test("of a marker: no message key, since the message that follows has the same id, and its key as long as a message's", () => {
    const item = itemOfValue(textMessage("{{SWE001}}"));
    expect(item).toMatchObject({ plain: false, keepMilliseconds: 8 * 24 * hour });
    expect(item).not.toHaveProperty("messageKey");
  });

  test("of what says the same each time: a key of its own", () => {
    const value = { typeWebhook: "quotaExceeded", instanceData: textMessage().instanceData, quotaData: { method: "sendMessage" } };
    expect(itemOfValue(value).key).not.toBe(itemOfValue(value).key);
    // That of its delivery, so that it can be stored elsewhere under the same one.
    const id = "7b0ae2f8-8f4f-4c42-9c5a-4f1d3f3d8a01";
    expect(itemOfValue(value, { id }).key).toBe(itemOfValue(value, { id }).key);
    expect(itemOfValue(value, { id }).key.endsWith(`.${id}`)).toBe(true);
  });

  test("a text that no engine can hold becomes one that each can, and reads the same", () => {
    const value = textMessage("a\0b\ud800c");
    const { text } = itemOfValue(value, { rawText: JSON.stringify(value).replace("\\u0000", "\0").replace("\\ud800", "\ud800") });
    expect(text.isWellFormed() && !text.includes("\0")).toBe(true);
    expect(JSON.parse(text)).toEqual(value);
  });

  test.each(["nonsense", "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01", "x".repeat(1_000)])(
    "no traceparent that is none: %s",
    (traceparent) => {
      expect(itemOfValue(textMessage(), { traceparent })).not.toHaveProperty("traceparent");
    },
  );
});

test.each([
  ["a text", textMessage(), true],
  [
    "an edit",
    { ...textMessage(), messageData: { typeMessage: "editedMessage", editedMessageData: { stanzaId: "1", textMessage: "x" } } },
    false,
  ],
  ["a deletion", { ...textMessage(), messageData: { typeMessage: "deletedMessage", deletedMessageData: { stanzaId: "1" } } }, false],
  ["votes", { ...textMessage(), messageData: { typeMessage: "pollUpdateMessage", pollMessageData: { stanzaId: "1", votes: [] } } }, false],
  ["the marker of one that couldn't be decrypted", textMessage("{{SWE001}}"), false],
  ["a type that isn't known", { ...textMessage(), messageData: { typeMessage: "hologramMessage" } }, true],
  [
    "a call",
    {
      typeWebhook: "incomingCall",
      instanceData: textMessage().instanceData,
      timestamp: 1,
      idMessage: "1",
      from: "79000000001@c.us",
      status: "offer",
    },
    false,
  ],
])("%s as a plain message", (_what, value, plain) => {
  expect(itemOfValue(value).plain).toBe(plain);
});

describe("texts from the wire, as every engine can index them", () => {
  test.each([
    ["1101000001/79000000001@c.us", "1101000001/79000000001@c.us"],
    ["a b%é\n\0", "a%20b%25%C3%A9%0A%00"],
  ])("%j", (text, expected) => {
    expect(printable(text)).toBe(expected);
  });

  test("long ones and lone surrogates stay different, and within 160 printable characters", () => {
    const texts = ["x".repeat(161), "x".repeat(162), `${"x".repeat(161)}y`, "\ud800", "\ud801", "\ufffd", "é".repeat(10_000)];
    const results = texts.map(printable);
    expect(new Set(results).size).toBe(texts.length);
    for (const result of results) expect(result).toMatch(/^[\x21-\x7e]{1,160}$/);
  });
});
