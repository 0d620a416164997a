// Bodies in shapes that were reported or captured, which differ from what is documented. None may be refused; the columns say how each arrives.
import { parseNotification } from "@greenhook/core";
import { expect, test } from "vitest";

const instanceData = { idInstance: 1_101_000_001, wid: "79000000001@c.us", typeInstance: "whatsapp" };
const max = { idInstance: 310_000_000_001, wid: "79000000001@c.us", typeInstance: "v3" };
const telegram = { idInstance: 4_100_000_001, wid: "79000000001@c.us", typeInstance: "telegram" };
const senderData = { chatId: "79000000002@c.us", sender: "79000000002@c.us", senderName: "A" };
const text = { typeMessage: "textMessage", textMessageData: { textMessage: "hi" } };
const common = {
  typeWebhook: "incomingMessageReceived",
  instanceData,
  timestamp: 1_790_000_000,
  idMessage: "3EB0F1A7C0DE00000001",
  senderData,
};

const message = (messageData: unknown, changed: object = {}) => ({ ...common, messageData, ...changed });
const sender = (changed: object) => message(text, { senderData: { ...senderData, ...changed } });
const reply = (quotedMessage: unknown) => message({ ...text, quotedMessage }, { instanceData: telegram });
const status = {
  typeWebhook: "outgoingMessageStatus",
  instanceData,
  timestamp: 1_790_000_000,
  chatId: "1@c.us",
  idMessage: "a",
  status: "read",
};
const call = { typeWebhook: "incomingCall", instanceData, timestamp: 1_790_000_000, from: "79000000002@c.us", status: "offer" };
const state = { typeWebhook: "stateInstanceChanged", instanceData, timestamp: 1_790_000_000, stateInstance: "notAuthorized" };
const quota = { typeWebhook: "quotaExceeded", instanceData, timestamp: 1_790_000_000 };
const fileMessageData = {
  downloadUrl: "https://files.example.com/a.jpg",
  caption: "",
  fileName: "a.jpg",
  jpegThumbnail: "",
  mimeType: "image/jpeg",
};
const withoutKey = (value: object, key: string) => Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));

/** What arrives; what it is; the paths of its issues, `→` before those of what was converted. */
const cases: readonly (readonly [string, object, "known" | "unknown", readonly string[]])[] = [
  // No idMessage.
  ["a status on Telegram", { ...withoutKey(status, "idMessage"), instanceData: telegram, status: "noAccount" }, "known", []],
  ["a call without idMessage", call, "known", []],
  // null where absent is fine, and where it isn't.
  ["sender: null", sender({ sender: null }), "known", ["senderData.sender"]],
  ["senderPhoneNumber: null", sender({ senderPhoneNumber: null }), "known", ["senderData.senderPhoneNumber"]],
  ["wid: null", { ...state, instanceData: { ...instanceData, wid: null } }, "known", ["instanceData.wid"]],
  [
    "downloadUrl: null and jpegThumbnail: null",
    message({ typeMessage: "imageMessage", fileMessageData: { ...fileMessageData, downloadUrl: null, jpegThumbnail: null } }),
    "known",
    ["messageData.fileMessageData.downloadUrl", "messageData.fileMessageData.jpegThumbnail"],
  ],
  [
    "textMessage: null",
    message({ typeMessage: "textMessage", textMessageData: { textMessage: null } }),
    "known",
    ["messageData.textMessageData.textMessage"],
  ],
  ["textMessageData: null", message({ typeMessage: "textMessage", textMessageData: null }), "unknown", ["messageData.textMessageData"]],
  ["quotedMessage: null", reply(null), "known", ["messageData.quotedMessage"]],
  [
    "selectedIndex: null",
    message({
      typeMessage: "interactiveButtonsResponse",
      interactiveButtonsResponse: { stanzaId: "s", selectedIndex: null, selectedId: "1" },
    }),
    "known",
    ["messageData.interactiveButtonsResponse.selectedIndex"],
  ],
  ["status: null", { ...status, status: null }, "unknown", ["status"]],
  ["messageData: null", message(null), "unknown", ["messageData"]],
  // A scalar of another type.
  ["senderPhoneNumber as text", sender({ senderPhoneNumber: "79000000002" }), "known", ["→senderData.senderPhoneNumber"]],
  ["timestamp as text", message(text, { timestamp: "1790000000" }), "known", ["→timestamp"]],
  ["sender as a number", sender({ sender: 79_000_000_002 }), "known", ["→senderData.sender"]],
  ["chatId as a number", sender({ chatId: 10_000_001 }), "known", ["→senderData.chatId"]],
  ["idMessage as a number", message(text, { idMessage: 1_790_000_180_000 }), "known", ["→idMessage"]],
  ["idMessage as a number that lost digits", message(text, { idMessage: 2 ** 53 }), "unknown", ["idMessage"]],
  [
    "singleSelectReply as an object",
    message({ typeMessage: "listResponseMessage", listResponseMessage: { title: "t", singleSelectReply: { selectedRowId: "r" } } }),
    "unknown",
    ["messageData.listResponseMessage.singleSelectReply"],
  ],
  [
    "forward marks as text",
    message({ typeMessage: "imageMessage", fileMessageData: { ...fileMessageData, isForwarded: "false", forwardingScore: "0" } }),
    "known",
    ["→messageData.fileMessageData.forwardingScore", "messageData.fileMessageData.isForwarded"],
  ],
  [
    "a poll's options as text",
    message({ typeMessage: "pollMessage", pollMessageData: { name: "q", options: ["a", "b"] } }),
    "known",
    ["messageData.pollMessageData.options[0]", "messageData.pollMessageData.options[1]"],
  ],
  [
    "coordinates as text",
    message({ typeMessage: "locationMessage", locationMessageData: { latitude: "55.75", longitude: "-0.5" } }),
    "known",
    ["→messageData.locationMessageData.latitude", "→messageData.locationMessageData.longitude"],
  ],
  [
    "coordinates with zeros that a number loses",
    message({ typeMessage: "locationMessage", locationMessageData: { latitude: "55.750", longitude: 1 } }),
    "unknown",
    ["messageData.locationMessageData.latitude"],
  ],
  [
    "idInstance as text",
    message(text, { instanceData: { ...instanceData, idInstance: "1101000001" } }),
    "unknown",
    ["instanceData.idInstance"],
  ],
  // Something required is absent.
  ["no instanceData", withoutKey(message(text), "instanceData"), "unknown", ["instanceData"]],
  [
    "a deletion without idMessage and sender",
    {
      typeWebhook: "outgoingMessageReceived",
      instanceData: max,
      timestamp: 1_790_000_000,
      messageData: { typeMessage: "deletedMessage", deletedMessageData: { stanzaId: "111" } },
    },
    "unknown",
    ["idMessage", "senderData"],
  ],
  ["a message without idMessage", withoutKey(message(text), "idMessage"), "unknown", ["idMessage"]],
  [
    "a reaction without timestamp",
    withoutKey(message({ typeMessage: "reactionMessage", extendedTextMessageData: { text: "👍" } }), "timestamp"),
    "unknown",
    ["timestamp"],
  ],
  ["a status without timestamp and chat", withoutKey(withoutKey(status, "timestamp"), "chatId"), "unknown", ["timestamp"]],
  ["no typeMessage", message({ textMessageData: { textMessage: "" } }), "unknown", ["messageData.typeMessage"]],
  ["a text without its object", message({ typeMessage: "textMessage" }), "unknown", ["messageData.textMessageData"]],
  ["an image without its object", message({ typeMessage: "imageMessage" }), "unknown", ["messageData.fileMessageData"]],
  ["a document without its object", message({ typeMessage: "documentMessage" }), "unknown", ["messageData.fileMessageData"]],
  [
    "an extended text without its object",
    message({ typeMessage: "extendedTextMessage" }),
    "unknown",
    ["messageData.extendedTextMessageData"],
  ],
  ["an edit without its object", message({ typeMessage: "editedMessage" }), "known", []],
  ["a sticker without its object", message({ typeMessage: "stickerMessage" }), "known", []],
  ["an empty quota", { ...quota, quotaData: {} }, "unknown", ["quotaData.method", "quotaData.used", "quotaData.total", "quotaData.status"]],
  [
    "a quota with a method alone",
    { ...quota, quotaData: { method: "x" } },
    "unknown",
    ["quotaData.used", "quotaData.total", "quotaData.status"],
  ],
  ["no quota", quota, "unknown", ["quotaData"]],
  [
    "a poll without its question",
    message({ typeMessage: "pollMessage", pollMessageData: { options: [{ optionName: "a" }] } }),
    "known",
    ["messageData.pollMessageData.name"],
  ],
  [
    "a tally without votes",
    message({ typeMessage: "pollUpdateMessage", pollMessageData: { stanzaId: "P", name: "q" } }),
    "unknown",
    ["messageData.pollMessageData.votes"],
  ],
  [
    "a tap without the button's id",
    message({ typeMessage: "buttonsResponseMessage", buttonsResponseMessage: { stanzaId: "s", selectedButtonText: "x" } }),
    "unknown",
    ["messageData.buttonsResponseMessage.selectedButtonId"],
  ],
  [
    "a choice without the row's id",
    message({ typeMessage: "listResponseMessage", listResponseMessage: { stanzaId: "s", title: "x", listType: 1 } }),
    "unknown",
    ["messageData.listResponseMessage.singleSelectReply"],
  ],
  [
    "a contact without a vCard",
    message({ typeMessage: "contactMessage", contactMessageData: { firstName: "A", lastName: "B", phoneContact: 79_990_000_003 } }),
    "unknown",
    ["messageData.contactMessageData.vcard", "→messageData.contactMessageData.phoneContact"],
  ],
  ["a status without status", withoutKey(status, "status"), "unknown", ["status"]],
  [
    "the quota example labelled incomingBlock",
    { ...quota, typeWebhook: "incomingBlock", quotaData: { method: "x" } },
    "unknown",
    ["chatId", "chatState"],
  ],
  // A quote never decides about the reply.
  [
    "a quoted contact without a vCard",
    reply({ stanzaId: "s", participant: "p", typeMessage: "contactsArrayMessage", contacts: [{ displayName: "A" }] }),
    "known",
    ["messageData.quotedMessage.contacts[0].vcard"],
  ],
  [
    "a quoted place without coordinates",
    reply({
      stanzaId: "s",
      participant: "p",
      typeMessage: "locationMessage",
      location: { nameLocation: "x", address: "y", jpegThumbnail: "" },
    }),
    "known",
    ["messageData.quotedMessage.location.latitude", "messageData.quotedMessage.location.longitude"],
  ],
  [
    "quoted buttons: null",
    reply({ stanzaId: "s", participant: "p", typeMessage: "interactiveButtons", interactiveButtons: { titleText: "t", buttons: null } }),
    "known",
    ["messageData.quotedMessage.interactiveButtons.buttons"],
  ],
  [
    "a quoted participant: null",
    reply({ stanzaId: "s", participant: null, typeMessage: "textMessage", textMessage: "x" }),
    "known",
    ["messageData.quotedMessage.participant"],
  ],
  ["a quote that is text", reply("abc"), "known", ["messageData.quotedMessage"]],
];

test.each(cases)("parseNotification() delivers %s", (_, value, kind, paths) => {
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
