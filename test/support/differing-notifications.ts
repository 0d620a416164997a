// Bodies in shapes that were reported or captured, or made up in attacks, which differ from what is documented.

const instanceData = { idInstance: 1_101_000_001, wid: "79000000001@c.us", typeInstance: "whatsapp" };
const max = { idInstance: 310_000_000_001, wid: "79000000001@c.us", typeInstance: "v3" };
export const telegram = { idInstance: 4_100_000_001, wid: "79000000001@c.us", typeInstance: "telegram" };
const senderData = { chatId: "79000000002@c.us", sender: "79000000002@c.us", senderName: "A" };
export const text = { typeMessage: "textMessage", textMessageData: { textMessage: "hi" } };
const common = {
  typeWebhook: "incomingMessageReceived",
  instanceData,
  timestamp: 1_790_000_000,
  idMessage: "3EB0F1A7C0DE00000001",
  senderData,
};

export const message = (messageData: unknown, changed: object = {}) => ({ ...common, messageData, ...changed });
export const sender = (changed: object) => message(text, { senderData: { ...senderData, ...changed } });
export const reply = (quotedMessage: unknown) => message({ ...text, quotedMessage }, { instanceData: telegram });
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
const quotaData = { method: "sendMessage", used: 1, total: 1, status: "quotaExceeded" };
const device = { typeWebhook: "deviceInfo", instanceData, timestamp: 1_790_000_000, deviceData: {} };
const block = { typeWebhook: "incomingBlock", instanceData, timestamp: 1_790_000_000, chatId: "1@c.us", chatState: "blocked" };
const votes = (...optionVoters: readonly unknown[]) =>
  message({ typeMessage: "pollUpdateMessage", pollMessageData: { stanzaId: "P", name: "q", votes: [{ optionName: "a", optionVoters }] } });
const addresses = [
  "https://do-media-7105.fra1.digitaloceanspaces.com/7105000001/428e6e1b-116f.jpg",
  "https://do-media-7107.fra1.digitaloceanspaces.com/710700000001/428e6e1b-116f.oga",
  "https://sw-media-3100.storage.yandexcloud.net/310000000001/file.mp4",
  "https://media-3100.storage.yandexcloud.net/1/a.jpg",
  "https://sw-media.storage.yandexcloud.net/1/a.jpg",
  "https://storage.greenapi.net/a.jpg",
];

/** What arrives; what it is; the paths of its issues, `→` before those of what was converted. */
export type DifferingNotification = readonly [name: string, value: object, kind: "known" | "unknown", paths: readonly string[]];

/** Each must be delivered. */
export const differingNotifications: readonly DifferingNotification[] = [
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
  [
    "a deletion without idMessage",
    withoutKey(
      message({ typeMessage: "deletedMessage", deletedMessageData: { stanzaId: "111" } }, { typeWebhook: "outgoingMessageReceived" }),
      "idMessage",
    ),
    "unknown",
    ["idMessage"],
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
  // Addresses of GREEN-API's storage.
  ...addresses.map((downloadUrl): DifferingNotification => [
    `a file at ${new URL(downloadUrl).host}`,
    message({ typeMessage: "imageMessage", fileMessageData: { ...fileMessageData, downloadUrl } }),
    "known",
    [],
  ]),
  // What readers find elsewhere.
  [
    "a quote inside extendedTextMessageData",
    message({
      typeMessage: "extendedTextMessage",
      extendedTextMessageData: {
        text: "ok",
        quotedMessage: { stanzaId: "q2", participant: "me", typeMessage: "imageMessage", caption: "c" },
      },
    }),
    "known",
    [],
  ],
  [
    "a reply under the plural key",
    message({
      typeMessage: "templateButtonsReplyMessage",
      templateButtonsReplyMessage: { stanzaId: "s", selectedIndex: 0, selectedId: "1", selectedDisplayText: "x" },
    }),
    "known",
    [],
  ],
  [
    "a group by its negative number",
    message(text, { senderData: { chatId: "-70000001", chatType: "user", sender: "10000000" } }),
    "known",
    [],
  ],
  [
    "a call's participants by id",
    { ...call, typeWebhook: "outgoingCall", participants: [{ id: "79000000003@c.us", status: "pickUp" }] },
    "known",
    [],
  ],
  ["a status that isn't documented", { ...status, status: "noActiveSession" }, "known", []],
  // Fields that were added, or asked for.
  ["a bot's name", sender({ isBot: true, username: "a", senderUsername: "a" }), "known", []],
  [
    "a round video's length",
    message({
      typeMessage: "videoMessage",
      fileMessageData: { ...fileMessageData, downloadUrlJpeg: "https://files.example.com/b.jpg", isVideoNote: true, seconds: 3 },
    }),
    "known",
    [],
  ],
  [
    "a newsletter's text",
    message({ typeMessage: "textMessage", textMessageData: { text: "a", textMessage: "a", forwardedNewsletterMessageInfo: {} } }),
    "known",
    [],
  ],
  [
    "mentions",
    message({ typeMessage: "extendedTextMessage", extendedTextMessageData: { text: "@1", remoteJid: "1@g.us", mentionedJid: ["1@c.us"] } }),
    "known",
    [],
  ],
  ["a quoted album", reply({ stanzaId: "s", typeMessage: "albumMessage", expectedImageCount: 2, chatId: "1@c.us" }), "known", []],
  ["a quoted poll", reply({ stanzaId: "s", typeMessage: "pollMessage", pollMessageData: { name: "q" } }), "known", []],
  [
    "an edit's text one level deeper",
    message({
      typeMessage: "editedMessage",
      editedMessageData: { stanzaId: "s", messageType: "textMessage", textMessageData: { textMessage: "x" } },
    }),
    "known",
    [],
  ],
  [
    "voters as objects",
    votes({ wid: "1@c.us", contactName: "A", phoneNumber: 79_000_000_003 }),
    "known",
    ["→messageData.pollMessageData.votes[0].optionVoters[0].phoneNumber"],
  ],
  ["one wrong voter of many", votes("1@c.us", true, "2@c.us"), "known", ["messageData.pollMessageData.votes[0].optionVoters[1]"]],
  // Another kind's fields: they prove nothing.
  ["a status with messageData: null", { ...status, messageData: null }, "known", []],
  ["a status with senderData: null", { ...status, senderData: null }, "known", []],
  ...[state, { ...state, typeWebhook: "statusInstanceChanged", statusInstance: "online" }, device, block, { ...quota, quotaData }].map(
    (body): DifferingNotification => [`${body.typeWebhook} with idMessage`, { ...body, idMessage: "X" }, "known", []],
  ),
  [
    "a chatId that is an object",
    { ...state, typeWebhook: "statusInstanceChanged", statusInstance: "online", chatId: { toString: 1 } },
    "known",
    [],
  ],
  ["a quota without a timestamp", withoutKey({ ...quota, quotaData }, "timestamp"), "known", []],
  // Kinds and types that aren't known.
  ...["ping", "groupParticipantsAdded", "editedMessageWebhook", "x".repeat(1000), "a\nb"].map((typeWebhook): DifferingNotification => [
    `the kind ${JSON.stringify(typeWebhook).slice(0, 30)}`,
    { typeWebhook, instanceData, timestamp: 1 },
    "unknown",
    [],
  ]),
  ...["buttonResponseMessage", "interactiveButtonsResponseMessage"].map((typeMessage): DifferingNotification => [
    `the type ${typeMessage}`,
    message({ typeMessage, [typeMessage]: { selectedId: "1" } }),
    "unknown",
    [],
  ]),
];

/** What is no notification at all. */
export const noNotifications: readonly (readonly [name: string, value: object])[] = [
  ["an empty object", {}],
  ["an object without typeWebhook", withoutKey(message(text), "typeWebhook")],
  ...[null, true, 0, 1.5, [], {}].map((typeWebhook): readonly [string, object] => [
    `typeWebhook ${JSON.stringify(typeWebhook)}`,
    message(text, { typeWebhook }),
  ]),
  ["an envelope whose body is null", { receiptId: 1, body: null }],
];
