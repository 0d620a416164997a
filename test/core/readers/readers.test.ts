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
  isPlainMessage,
  isUndecryptable,
  locationOf,
  mediaOf,
  messageKeyOf,
  pollOf,
  quotaOf,
  quotedOf,
  reactionOf,
  senderOf,
  sentAt,
  textOf,
  unknownFieldsOf,
  type Readable,
} from "@greenhook/core";
import type { IncomingMessageReceived, NotificationByTypeWebhook } from "@greenhook/core/types";
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

test("choiceOf() reads all five types of reply alike", () => {
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

test("choiceOf() reads the reply of Java's models under either spelling", () => {
  const answer = { typeMessage: "interactiveButtonReply", templateButtonReplyMessage: { selectedId: "yes" } } as const;
  const notification = { ...readFixture("textMessage"), typeWebhook: "incomingMessageReceived", messageData: answer } as Readable;
  expect(choiceOf(notification)?.id).toBe("yes");
});

describe("quotedOf()", () => {
  test("reads both styles of reply, and prefers the quote's own ids", () => {
    expect(quotedOf(readFixture("quotedMessage"))).toMatchObject({ idMessage: "3EB0AAAAAAAAAAAAAAAA", text: "When?" });
    expect(quotedOf(readFixture("textMessage-quoting"))).toMatchObject({ sender: "79000000001@c.us", text: "Should I send it?" });
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
  // One third party's body has `chatId` in place of `from`.
  const { from: _, ...call } = readFixture("outgoingCall") as NotificationByTypeWebhook["outgoingCall"];
  expect(chatOf({ ...call, chatId: "79000000002@c.us" })).toBe("79000000002@c.us");
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
    [1e12, "2001-09-09T01:46:40.000Z"],
    [8.64e15, "+275760-09-13T00:00:00.000Z"],
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

test("mediaOf() takes no marker for an address, and isUndecryptable() sees it", () => {
  const withAddress = (downloadUrl: unknown) =>
    ({ ...readFixture("imageMessage"), messageData: { typeMessage: "imageMessage", fileMessageData: { downloadUrl } } }) as Readable;
  expect(mediaOf(withAddress("{{SWE002}}"))?.url).toBeUndefined();
  expect(isUndecryptable(withAddress("{{SWE002}}"))).toBe(true);
  expect(mediaOf(withAddress("https://files.example.com/{{SWE002}}"))?.url).toBe("https://files.example.com/{{SWE002}}");
  expect(isUndecryptable(withAddress("https://files.example.com/{{SWE002}}"))).toBe(false);
  expect(isUndecryptable(withAddress(undefined))).toBe(false);
});

/** A notification of a message that no fixture has. */
function incoming(messageData: object): Readable {
  return { ...readFixture("textMessage"), messageData } as Readable;
}

test("quotedOf() reads a quote inside extendedTextMessageData, and ids there without one", () => {
  const quotedMessage = { stanzaId: "q2", participant: "me", typeMessage: "imageMessage", caption: "c" };
  const nested = incoming({ typeMessage: "extendedTextMessage", extendedTextMessageData: { text: "ok", quotedMessage } });
  expect(quotedOf(nested)).toEqual({ idMessage: "q2", sender: "me", typeMessage: "imageMessage", text: "c", message: quotedMessage });
  const ids = incoming({ typeMessage: "extendedTextMessage", extendedTextMessageData: { text: "ok", stanzaId: "q2", participant: "me" } });
  expect(quotedOf(ids)).toMatchObject({ idMessage: "q2", sender: "me" });
  expect(quotedOf(incoming({ typeMessage: "textMessage", textMessageData: { textMessage: "x" }, quotedMessage: null }))).toBeUndefined();
});

test("choiceOf() reads a reply under the plural key, and a row's id one level deeper", () => {
  const reply = { stanzaId: "s", selectedIndex: 0, selectedId: "1", selectedDisplayText: "x" };
  const choice = { id: "1", title: "x", index: 0, idMessage: "s" };
  for (const typeMessage of ["templateButtonsReplyMessage", "templateButtonReplyMessage", "interactiveButtonsReply"]) {
    expect(choiceOf(incoming({ typeMessage, templateButtonsReplyMessage: reply }))).toEqual(choice);
    expect(choiceOf(incoming({ typeMessage, templateButtonReplyMessage: reply, templateButtonsReplyMessage: null }))).toEqual(choice);
  }
  const listResponseMessage = { title: "t", singleSelectReply: { selectedRowId: "r" } };
  expect(choiceOf(incoming({ typeMessage: "listResponseMessage", listResponseMessage }))).toMatchObject({ id: "r", title: "t" });
});

test("editOf() reads a text one level deeper", () => {
  const editedMessageData = { stanzaId: "s", messageType: "textMessage", textMessageData: { textMessage: "At ten" } };
  expect(editOf(incoming({ typeMessage: "editedMessage", editedMessageData }))).toEqual({
    idMessage: "s",
    text: "At ten",
    caption: undefined,
  });
});

test("isGroup() goes by a negative chat id even where the chatType says user, and by no channel's", () => {
  const inChat = (senderData: object) => isGroup({ ...readFixture("textMessage"), senderData });
  expect(inChat({ chatId: "-70000001", chatType: "user", sender: "10000000" })).toBe(true);
  expect(inChat({ chatId: "-70000001", chatType: "channel" })).toBe(false);
  expect(inChat({ chatId: "70000001", chatType: "user" })).toBe(false);
  expect(inChat({ chatId: "70000001", chatType: "supergroup" })).toBe(true);
  expect(inChat({ chatId: -70000001 })).toBe(true);
});

test("pollOf() reads options that are mere texts, and leaves out what has no name", () => {
  const pollMessageData = { name: "q", options: ["a", { optionName: "b" }, {}, null] };
  expect(pollOf(incoming({ typeMessage: "pollMessage", pollMessageData }))?.options).toEqual([
    { name: "a", voters: [] },
    { name: "b", voters: [] },
  ]);
  const optionVoters = ["1@c.us", { wid: "2@c.us" }, { voterWid: "3@c.us" }, { contactName: "Anna" }, null];
  const votes = { typeMessage: "pollUpdateMessage", pollMessageData: { votes: [{ optionName: "a", optionVoters }] } };
  expect(pollOf(incoming(votes))?.options).toEqual([{ name: "a", voters: ["1@c.us", "2@c.us", "3@c.us"] }]);
});

test("quotaOf() reads a quota in a notification of any kind, and numbers sent as texts", () => {
  const none = { method: undefined, used: undefined, total: undefined, status: undefined, description: undefined };
  expect(Object.keys(applied(quotaOf)).every((name) => name.startsWith("quotaExceeded"))).toBe(true);
  const quotaData = { method: "correspondents", used: "3", total: 3, status: "CORRESPONDENTS_QUOTA_EXCEEDED" };
  const mislabelled = { typeWebhook: "incomingBlock", instanceData: { idInstance: 1 }, quotaData };
  expect(quotaOf({ kind: "unknown", typeWebhook: "incomingBlock", value: mislabelled })).toEqual({ ...none, ...quotaData, used: 3 });
  expect(quotaOf({ typeWebhook: "quotaExceeded", quotaData: {} } as unknown as Readable)).toEqual(none);
  expect(quotaOf({ typeWebhook: "quotaExceeded", quotaData: null } as unknown as Readable)).toBeUndefined();
});

test("messageKeyOf() is the same for whatever is said of one message, and different for another side, chat, id or instance", () => {
  const message = readFixture("textMessage-group") as IncomingMessageReceived;
  const key = messageKeyOf(message);
  const senderData = { chatId: message.senderData.chatId };
  expect(messageKeyOf({ ...message, timestamp: 1, senderData, messageData: { typeMessage: "editedMessage" } })).toBe(key);
  expect(key).toMatch(/^1m\.1101000001\.[\w-]{32}$/);
  const others = [
    { ...message, typeWebhook: "outgoingMessageReceived" as const },
    { ...message, senderData: { chatId: "1@g.us" } },
    { ...message, idMessage: "1" },
    { ...message, instanceData: { idInstance: 2 } },
  ].map((other) => messageKeyOf(other));
  expect(new Set([key, ...others]).size).toBe(5);
  // Both ways to send are one: a journal tells them apart, but not every notification does.
  expect(messageKeyOf({ ...message, typeWebhook: "outgoingAPIMessageReceived" })).toBe(others[0]);
  expect(messageKeyOf(readFixture("incomingCall-offer"))).toBe(messageKeyOf(readFixture("incomingCall-offer")));
  for (const name of ["outgoingMessageStatus-delivered", "stateInstanceChanged", "quotaExceeded"]) {
    expect(messageKeyOf(readFixture(name))).toBeUndefined();
  }
  expect(messageKeyOf({ ...message, idMessage: "" })).toBeUndefined();
});

test("isMessage() says no of an unknown result, whose fields needn't be of their types", () => {
  const value = readFixture("textMessage");
  expect(isMessage({ kind: "known", notification: value, value }, "textMessage")).toBe(true);
  expect(isMessage({ kind: "unknown", typeWebhook: value.typeWebhook, value }, "textMessage")).toBe(false);
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

describe("readers take nothing else for what they read", () => {
  const everyChat = { chatId: "c", from: "f", senderData: { chatId: "s" }, avatarInfo: { chatId: "a" } };

  test.each([
    ["incomingMessageReceived", "s"],
    ["outgoingMessageStatus", "c"],
    ["incomingBlock", "c"],
    ["incomingCall", "f"],
    ["outgoingCall", "c"],
    ["deviceInfo", "a"],
    ["stateInstanceChanged", undefined],
    ["statusInstanceChanged", undefined],
    ["quotaExceeded", undefined],
    ["later", "s"],
  ])("chatOf() of %s with every field that a chat may be in", (typeWebhook, chat) => {
    expect(chatOf({ typeWebhook, ...everyChat } as Readable)).toBe(chat);
  });

  test("a message of another type with the parts of every type", () => {
    const parts = {
      locationMessageData: { latitude: 1, longitude: 2 },
      deletedMessageData: { stanzaId: "s" },
      listResponseMessage: { singleSelectReply: "r" },
      fileMessageData: { downloadUrl: "https://files.example.com/1", caption: "c" },
    };
    for (const typeMessage of ["textMessage", "later", "constructor", ["listResponseMessage"], ["imageMessage"], null]) {
      const message = incoming({ typeMessage, ...parts });
      expect([captionOf, choiceOf, deletionOf, locationOf, mediaOf].map((read) => read(message))).toEqual(Array(5).fill(undefined));
    }
  });

  test.each([
    ["{{SWE001}}", undefined],
    ["{{SWE001}} ", "{{SWE001}} "],
    ["a {{SWE001}}", "a {{SWE001}}"],
    ["{{SWE}}", "{{SWE}}"],
    ["", undefined],
  ])("textOf() of %j", (textMessage, text) => {
    const message = incoming({ typeMessage: "textMessage", textMessageData: { textMessage } });
    expect(textOf(message)).toBe(text);
    expect(isUndecryptable(message)).toBe(textMessage === "{{SWE001}}");
  });

  test.each([
    [{ isForwarded: true }, true],
    [{ isForwarded: false, forwardingScore: 3 }, false],
    [{ forwardingScore: 1 }, true],
    [{ forwardingScore: "2" }, true],
    [{ forwardingScore: 0 }, false],
    [{ isForwarded: "yes" }, false],
  ])("isForwarded() of %j", (textMessageData, forwarded) => {
    expect(isForwarded(incoming({ typeMessage: "textMessage", textMessageData }))).toBe(forwarded);
  });

  test.each([
    [{ chatId: "70000001", chatType: "group" }, true],
    [{ chatId: "70000001-1600000000" }, false],
    [{ chatId: "-70000001x" }, false],
  ])("isGroup() of %j", (senderData, group) => {
    expect(isGroup({ typeWebhook: "later", senderData })).toBe(group);
  });

  test("messageKeyOf() of a type named like a part of every object, or in a list", () => {
    for (const typeWebhook of ["constructor", "later", ["incomingCall"]]) {
      expect(messageKeyOf({ typeWebhook, ...everyChat, idMessage: "1" } as never)).toBeUndefined();
    }
  });

  test("a known result is read as it is typed, not as it arrived", () => {
    const [notification, value] = [readFixture("textMessage"), readFixture("imageMessage")];
    expect(textOf({ kind: "known", notification, value })).toBe("When do you open?");
    expect(captionOf({ kind: "known", notification, value })).toBeUndefined();
  });
});

test("readers give nothing for parts that are missing or of another type", () => {
  const text = (textMessage: unknown) => incoming({ typeMessage: "textMessage", textMessageData: { textMessage } });
  expect([undefined, null, ""].map((missing) => isUndecryptable(text(missing)))).toEqual([true, true, false]);
  expect(mediaOf(readFixture("audioMessage"))).toMatchObject({ type: "audio", url: expect.stringMatching(/^https:/) as unknown });
  expect(reactionOf(incoming({ typeMessage: "reactionMessage" }))).toEqual({ emoji: "", idMessage: undefined, author: undefined });
  expect(contactsOf(incoming({ typeMessage: "contactsArrayMessage" }))).toEqual([]);
  const contacts = [5, { vcard: "v" }, null];
  expect(contactsOf(incoming({ typeMessage: "contactsArrayMessage", contacts }))).toEqual([{ vcard: "v" }]);
  expect(pollOf(incoming({ typeMessage: "pollMessage" }))).toBeUndefined();
  const poll = (data: object, type = "pollMessage") => pollOf(incoming({ typeMessage: type, pollMessageData: { name: "q", ...data } }));
  expect(poll({})).toMatchObject({ options: [], multipleAnswers: undefined });
  expect([0, 1, 2, "2"].map((count) => poll({ selectableOptionsCount: count })?.multipleAnswers)).toEqual([true, false, true, true]);
  expect(poll({ multipleAnswers: "true" })?.multipleAnswers).toBeUndefined();
  expect(poll({ votes: [{ optionVoters: ["1"] }, 1, { optionName: "a" }] }, "pollUpdateMessage")?.options).toEqual([
    { name: "a", voters: [] },
  ]);
});

test("unknownFieldsOf() finds nothing in what is of another type than documented, and nothing of an unknown type", () => {
  const notification = readFixture("textMessage");
  for (const value of [null, [1, [2]], { a: 1 }, "x"]) {
    for (const name of ["timestamp", "senderData"]) {
      expect(unknownFieldsOf({ ...notification, [name]: value, later: 1 } as never)).toContain("later");
    }
    const message = incoming({ typeMessage: "textMessage", textMessageData: value, later: 1 });
    expect(unknownFieldsOf(message as never)).toContain("messageData.later");
  }
  expect(unknownFieldsOf({ ...notification, timestamp: { a: 1 }, senderData: null } as never)).toEqual([]);
  expect(unknownFieldsOf({ kind: "unknown", typeWebhook: "later", value: { typeWebhook: "later", x: 1 } })).toEqual([]);
  expect(unknownFieldsOf({ typeWebhook: ["incomingMessageReceived"], x: 1 } as never)).toEqual([]);
});

test.each([
  ["textMessage", {}, true],
  ["textMessage", { textMessageData: { textMessage: "{{SWE001}}" } }, false],
  ["editedMessage", {}, false],
  ["deletedMessage", {}, false],
  ["pollUpdateMessage", {}, false],
  ["imageMessage", {}, true],
] as const)("isPlainMessage() of %s with %j: %j", (name, changes, plain) => {
  const notification = readFixture(name) as { messageData: object };
  expect(isPlainMessage({ ...notification, messageData: { ...notification.messageData, ...changes } } as never)).toBe(plain);
});

test("isPlainMessage() knows what is no message", () => {
  expect(isPlainMessage(readFixture("stateInstanceChanged"))).toBe(false);
});
