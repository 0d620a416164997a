import {
  captionOf,
  chatOf,
  choiceOf,
  contactsOf,
  deletionOf,
  editOf,
  isForwarded,
  isGroup,
  isMessage,
  isUndecryptable,
  locationOf,
  mediaOf,
  pollOf,
  quotedOf,
  reactionOf,
  senderOf,
  sentAt,
  textOf,
  unknownFieldsOf,
  type Readable,
} from "@greenhook/core";
import { describe, expect, test } from "vitest";
import { readFixture, readFixtures } from "../../fixtures/read-fixtures.ts";

const fixtures = readFixtures();

/** What a reader gives for each fixture, without those it doesn't apply to. */
function applied<Value>(reader: (notification: Readable) => Value | undefined): Record<string, Value> {
  const results = fixtures.map(({ name, notification }) => [name, reader(notification)] as const);
  return Object.fromEntries(results.filter((result): result is readonly [string, Value] => result[1] !== undefined));
}

/** The fixtures that a reader says yes to. */
function affirmed(reader: (notification: Readable) => boolean): readonly string[] {
  return fixtures.filter(({ notification }) => reader(notification)).map(({ name }) => name);
}

describe("textOf()", () => {
  test("reads text whatever its type", () => {
    expect(textOf(readFixture("textMessage"))).toBe("When do you open?");
    expect(textOf(readFixture("extendedTextMessage"))).toBe("https://shop.example.com");
    expect(textOf(readFixture("quotedMessage"))).toBe("At nine");
    expect(textOf(readFixture("textMessage-quoting"))).toBe("Yes, please");
  });

  test("takes nothing else for text", () => {
    const types = Object.keys(applied(textOf)).map((name) => name.replace(/-.*/, ""));
    expect(new Set(types)).toEqual(
      new Set(["textMessage", "extendedTextMessage", "quotedMessage", "quoting", "outgoingMessageReceived", "outgoingAPIMessageReceived"]),
    );
    for (const name of ["textMessage-marker", "textMessage-without-text", "reactionMessage", "editedMessage", "imageMessage"]) {
      expect(textOf(readFixture(name))).toBeUndefined();
    }
  });
});

test("captionOf() reads the text below a file, and no empty one", () => {
  expect(applied(captionOf)).toEqual({ imageMessage: "Today's menu", documentMessage: "Our offer" });
});

test("mediaOf() reads files under either name, and empty fields as undefined", () => {
  expect(mediaOf(readFixture("imageMessage"))).toEqual({
    type: "image",
    url: "https://files.example.com/menu.jpeg",
    mimeType: "image/jpeg",
    fileName: "menu.jpeg",
    thumbnail: undefined,
    isAnimated: false,
    isVideoNote: false,
  });
  expect(mediaOf(readFixture("videoMessage-round"))).toMatchObject({ type: "video", isVideoNote: true });
  expect(mediaOf(readFixture("imageMessage-without-url"))?.url).toBeUndefined();
  expect(mediaOf(readFixture("stickerMessage-telegram"))).toMatchObject({ type: "sticker", fileName: "AnimatedSticker.tgs" });
  expect(mediaOf(readFixture("stickerMessage"))).toMatchObject({ type: "sticker", isAnimated: true });
  expect(Object.keys(applied(mediaOf)).every((name) => /^(image|video|document|audio|sticker)Message/.test(name))).toBe(true);
});

test("choiceOf() reads all five answers alike", () => {
  const idMessage = "3EB0AAAAAAAAAAAAAAAA";
  const button = { id: "yes", title: "Yes", index: 1, idMessage };
  expect(applied(choiceOf)).toEqual({
    buttonsResponseMessage: { ...button, index: undefined },
    "buttonsResponseMessage-2022": { ...button, index: undefined, idMessage: undefined },
    "interactiveButtonsReply-answer": button,
    interactiveButtonsResponse: button,
    "interactiveButtonsResponse-other-names": { ...button, index: undefined },
    listResponseMessage: { id: "1", title: "Borscht", index: undefined, idMessage },
    "listResponseMessage-table": { id: "1", title: "Borscht", index: undefined, idMessage: undefined },
    templateButtonReplyMessage: button,
    templateButtonsReplyMessage: button,
    "templateButtonsReplyMessage-java": button,
  });
});

test("choiceOf() reads the answer of Java's models under either spelling", () => {
  const answer = { typeMessage: "interactiveButtonReply", templateButtonReplyMessage: { selectedId: "yes" } } as const;
  const notification = { ...readFixture("textMessage"), typeWebhook: "incomingMessageReceived", messageData: answer } as Readable;
  expect(choiceOf(notification)?.id).toBe("yes");
});

describe("quotedOf()", () => {
  test("reads both styles of reply, and prefers the quote's own ids", () => {
    expect(quotedOf(readFixture("quotedMessage"))).toMatchObject({ idMessage: "3EB0AAAAAAAAAAAAAAAA", text: "When?" });
    expect(quotedOf(readFixture("textMessage-quoting"))).toMatchObject({ sender: "79000000001@c.us", text: "Shall I send it?" });
  });

  test("reads replies that carry only the ids", () => {
    expect(quotedOf(readFixture("quotedMessage-ids-only"))).toEqual({
      idMessage: "3EB0BBBBBBBBBBBBBBBB",
      sender: "79000000001@c.us",
      typeMessage: undefined,
      text: undefined,
      message: undefined,
    });
  });

  test("reads the text of flat and nested buttons", () => {
    expect(quotedOf(readFixture("quoting-interactiveButtons"))?.text).toBe("Choose");
    expect(quotedOf(readFixture("quoting-interactiveButtons-nested"))?.text).toBe("Choose");
  });

  test.each([
    ["a tapped button", { typeMessage: "templateButtonsReplyMessage", selectedDisplayText: "Yes" }, "Yes"],
    ["an invitation", { typeMessage: "groupInviteMessage", groupInviteMessageData: { groupJid: "1@g.us", caption: "Join us" } }, "Join us"],
    ["an empty caption", { typeMessage: "imageMessage", caption: "" }, undefined],
  ])("reads the text of %s", (_, quotedMessage, text) => {
    const notification = readFixture("textMessage");
    if (!isMessage(notification, "textMessage")) throw new Error("a text was expected");
    expect(quotedOf({ ...notification, messageData: { ...notification.messageData, quotedMessage } })?.text).toBe(text);
  });
});

test("pollOf() reads both forms of a poll and both forms of voters", () => {
  const options = [{ name: "Nine", voters: [] }];
  const { "pollMessage-telegram": telegram, "pollMessage-max": max, "pollMessage-2023": former, pollMessage, ...updates } = applied(pollOf);
  expect(telegram).toMatchObject({ options, multipleAnswers: false });
  expect(pollMessage).toMatchObject({ name: "When?", multipleAnswers: true, idMessage: expect.stringMatching(/^3EB0/) });
  expect(max).toMatchObject({ options, multipleAnswers: undefined });
  expect(former).toMatchObject({ options, multipleAnswers: false });
  const poll = { idMessage: "3EB0AAAAAAAAAAAAAAAA", name: "When?", multipleAnswers: false };
  expect(updates).toEqual({
    pollUpdateMessage: {
      ...poll,
      options: [
        { name: "Nine", voters: ["79000000002@c.us"] },
        { name: "Ten", voters: [] },
      ],
    },
    "pollUpdateMessage-voters-as-objects": { ...poll, options: [{ name: "Nine", voters: ["79000000002@c.us", "79000000003@c.us"] }] },
  });
});

test("contactsOf() reads one and several, wherever they are", () => {
  const names = Object.entries(applied(contactsOf)).map(([name, cards]) => [name, cards.map(({ displayName }) => displayName)]);
  expect(Object.fromEntries(names)).toEqual({
    contactMessage: ["Boris"],
    "contactMessage-max": ["Boris"],
    "contactMessage-telegram": [undefined],
    contactsArrayMessage: ["Boris", ""],
    "ContactsArrayMessage-2023": ["Boris"],
  });
});

test("locationOf() reads places", () => {
  expect(applied(locationOf)).toMatchObject({
    locationMessage: { latitude: 55.75, longitude: 37.61 },
    "locationMessage-short": { latitude: -33.9, longitude: 18.4 },
  });
});

test("editOf() says which message, and reads empty ones", () => {
  const idMessage = "3EB0AAAAAAAAAAAAAAAA";
  const nothing = { idMessage: undefined, text: undefined, caption: undefined };
  expect(applied(editOf)).toEqual({
    editedMessage: { idMessage, text: "At ten", caption: undefined },
    "editedMessage-caption": { idMessage, text: undefined, caption: "Tomorrow's menu" },
    "editedMessage-empty": nothing,
    "editedMessage-missing": nothing,
  });
});

test("deletionOf() says which message", () => {
  expect(applied(deletionOf)).toEqual({ deletedMessage: { idMessage: "3EB0AAAAAAAAAAAAAAAA" } });
});

test("reactionOf() says to which message", () => {
  const author = "79000000001@c.us";
  expect(applied(reactionOf)).toEqual({
    reactionMessage: { emoji: "👍", idMessage: "3EB0AAAAAAAAAAAAAAAA", author },
    "reactionMessage-removed": { emoji: "", idMessage: "3EB0AAAAAAAAAAAAAAAA", author },
    "reactionMessage-without-quote": { emoji: "👍", idMessage: undefined, author: undefined },
  });
});

test("chatOf() reads the chat of messages, statuses, calls, blocks and avatars", () => {
  expect(chatOf(readFixture("outgoingMessageReceived"))).toBe("79000000002@c.us");
  expect(chatOf(readFixture("outgoingMessageStatus-delivered"))).toBe("79000000002@c.us");
  expect(chatOf(readFixture("incomingCall-offer"))).toBe("79000000002@c.us");
  expect(chatOf(readFixture("outgoingCall-chatId"))).toBe("79000000002@c.us");
  expect(chatOf(readFixture("incomingBlock-number"))).toBe("79000000002");
  expect(chatOf(readFixture("deviceInfo-avatar"))).toBe("79000000002@c.us");
  expect(chatOf(readFixture("stateInstanceChanged"))).toBeUndefined();
  expect(chatOf({ typeWebhook: "later", chatId: "79000000009@c.us" })).toBe("79000000009@c.us");
});

test("senderOf() reads the author, not the group, and who calls", () => {
  expect(senderOf(readFixture("textMessage-group"))).toBe("79000000002@c.us");
  expect(senderOf(readFixture("incomingCall-offer"))).toBe("79000000002@c.us");
  expect(senderOf(readFixture("outgoingCall"))).toBeUndefined();
  expect(senderOf(readFixture("outgoingMessageReceived-without-sender"))).toBeUndefined();
  expect(senderOf({ typeWebhook: "later", senderData: { chatId: "1", sender: "2" } })).toBe("2");
});

test("isGroup() knows groups of every messenger, and no channels", () => {
  expect(affirmed(isGroup)).toEqual(["textMessage-group", "textMessage-max-group", "textMessage-telegram-supergroup"]);
  expect(isGroup({ typeWebhook: "later", chatId: "-1009000000001" })).toBe(true);
});

test("isForwarded() reads marks beside and inside, and not the quote's", () => {
  expect(affirmed(isForwarded)).toEqual(["ContactsArrayMessage-2023", "pollMessage-telegram", "textMessage-forwarded"]);
  const quoting = structuredClone(readFixture("textMessage-quoting"));
  if (!isMessage(quoting, "textMessage")) throw new Error("a text was expected");
  const forwarded = { ...quoting.messageData.quotedMessage, isForwarded: true, forwardingScore: 3 };
  expect(isForwarded({ ...quoting, messageData: { ...quoting.messageData, quotedMessage: forwarded } })).toBe(false);
});

test("isUndecryptable() knows markers and missing texts", () => {
  expect(affirmed(isUndecryptable)).toEqual(["textMessage-marker", "textMessage-minimal", "textMessage-without-text"]);
});

test("isMessage() takes either spelling for both", () => {
  const notification = readFixture("ContactsArrayMessage-2023");
  expect(isMessage(notification, "contactsArrayMessage")).toBe(true);
  expect(isMessage(notification, "ContactsArrayMessage")).toBe(true);
  expect(isMessage(notification, "contactMessage")).toBe(false);
  expect(isMessage(readFixture("incomingCall-offer"), "textMessage")).toBe(false);
});

describe("sentAt()", () => {
  test.each([
    [1_790_000_000, "2026-09-21T14:13:20.000Z"],
    [1_790_000_000_123, "2026-09-21T14:13:20.123Z"],
    [0, "1970-01-01T00:00:00.000Z"],
    [-1, "1969-12-31T23:59:59.000Z"],
    [1.5, "1970-01-01T00:00:01.500Z"],
  ])("reads %d as %s", (timestamp, expected) => {
    expect(sentAt({ typeWebhook: "later", timestamp })?.toISOString()).toBe(expected);
  });

  test.each([undefined, Number.NaN, Infinity, 1e300, -1e300, 8.64e15 + 1])("never gives an invalid date: %d", (timestamp) => {
    expect(sentAt({ typeWebhook: "later", ...(timestamp === undefined ? {} : { timestamp }) })).toBeUndefined();
  });
});

test("unknownFieldsOf() gives paths, into arrays too", () => {
  const call = structuredClone(readFixture("incomingCall-participants")) as unknown as Record<string, never>;
  Object.assign(call, { later: 1 });
  Object.assign(call["participants"]![0], { muted: true });
  expect(unknownFieldsOf(call as unknown as Parameters<typeof unknownFieldsOf>[0])).toEqual(["participants[0].muted", "later"]);
});

test("every reader reads what could be read of an unknown notification, without throwing", () => {
  const envelope = { typeWebhook: "later" };
  const readers = [
    captionOf,
    chatOf,
    choiceOf,
    contactsOf,
    deletionOf,
    editOf,
    locationOf,
    mediaOf,
    pollOf,
    quotedOf,
    reactionOf,
    senderOf,
  ];
  expect([...readers, sentAt, textOf].map((reader) => reader(envelope))).toEqual(Array(14).fill(undefined));
  expect([isForwarded, isGroup, isUndecryptable].map((reader) => reader(envelope))).toEqual([false, false, false]);
});
