/** A call of one method, what goes out, and what comes back. */
export interface MethodCase {
  readonly name: string;
  readonly client: "instance" | "partner";
  readonly verb: "GET" | "POST" | "DELETE";
  readonly host: "api" | "media";
  readonly input?: object;
  /** What follows the token. */
  readonly suffix?: string;
  readonly json?: object;
  readonly form?: object;
  readonly raw?: { readonly type: string; readonly bytes: Uint8Array };
  /** The documented body; absent where it is empty. */
  readonly documented?: unknown;
  /** Where it isn't what is documented. */
  readonly result?: unknown;
}

const chatId = "79990001122@c.us";
const groupId = "120363043968066561@g.us";
const participantChatId = "79990001133@c.us";
const idMessage = "BAE5F4886F6F2D05";
const sent = { idMessage };
const phoneNumber = 79990001122;
const bytes = new Uint8Array([0xff, 0xd8, 13, 10, 45, 45]);
const picture = { name: "picture.jpg", type: "image/jpeg", bytes };
const urlFile = "https://storage.example/1/a.png";

export const everyMethod: readonly MethodCase[] = [
  // Account
  get("getSettings", { wid: chatId, webhookUrl: "", incomingWebhook: "yes", laterWebhook: "no" }),
  post(
    "setSettings",
    { incomingWebhook: true, stateWebhook: "no" },
    { saveSettings: true },
    { json: { incomingWebhook: "yes", stateWebhook: "no" } },
  ),
  get("getStateInstance", { stateInstance: "authorized" }),
  get("getStatusInstance", { statusInstance: "online" }),
  get("getStateInstanceHistory", [{ stateInstance: "starting", timestamp: 1, phoneNumber: chatId }], { count: 2 }),
  get("reboot", { isReboot: true }),
  get("logout", { isLogout: true }),
  get("qr", { type: "qrCode", message: "iVBORw0KGgo=" }),
  post("getAuthorizationCode", { phoneNumber }, { status: true, code: null }),
  get("getWaSettings", { avatar: "", phone: "", stateInstance: "authorized", deviceId: "" }),
  get("getAccountSettings", { avatar: "", phone: "", stateInstance: "suspended", chatId: "1", suspendedUntil: 1 }),
  post("setProfilePicture", { file: bytes }, { setProfilePicture: true, urlAvatar: "u", reason: null }, { form: { file: picture } }),
  get("updateApiToken", { apiTokenInstance: "new" }),
  post("startAuthorization", { phoneNumber }, { status: true, data: { status: "success", reason: "" } }),
  post("sendAuthorizationCode", { code: "12345", password: "p" }, { status: true, data: { status: "success" } }),
  post("sendAuthorizationPassword", { password: "p" }, { status: true, data: { status: "success", reason: null } }),
  // Receiving and queues
  get("receiveNotification", { receiptId: 7, body: {} }, { receiveTimeout: 5 }, { result: { receiptId: 7, body: {}, rawText: "{}" } }),
  { ...get("deleteNotification", { result: false, reason: "" }), verb: "DELETE", input: { receiptId: 7 }, suffix: "/7" },
  post("downloadFile", { chatId, idMessage }, { downloadUrl: "https://media.green-api.com/1" }),
  get("getMessagesCount", { count: 0 }),
  get("showMessagesQueue", [
    { messageID: "1", type: "sendMessage", body: { chatId, message: "hi" } },
    { messagesIDs: ["2", "3"], type: "ForwardMessages", body: {} },
  ]),
  get("clearMessagesQueue", { isCleared: true }),
  get("getWebhooksCount", { count: 3 }),
  { ...get("clearWebhooksQueue", { isCleared: true, reason: "" }), verb: "DELETE" },
  post("readChat", { chatId, idMessage }, { setRead: true }),
  // Sending
  post("sendMessage", { chatId, message: "hi", linkPreview: false, archiveChat: true }, sent),
  post("sendFileByUrl", { chatId, urlFile, fileName: "a.png", typingType: "recording", archiveChat: false }, sent),
  post(
    "sendFileByUpload",
    { chatId, file: bytes, fileName: 'Фото "1".png', mimeType: "image/png", caption: "two\r\nlines", typingTime: 1_000 },
    { idMessage, urlFile },
    {
      host: "media",
      form: {
        chatId,
        fileName: 'Фото "1".png',
        caption: "two\r\nlines",
        typingTime: "1000",
        file: { name: 'Фото "1".png', type: "image/png", bytes },
      },
    },
  ),
  post("uploadFile", { file: bytes, mimeType: "image/png" }, { urlFile }, { host: "media", raw: { type: "image/png", bytes } }),
  post("sendPoll", { chatId, message: "?", options: [{ optionName: "a" }, { optionName: "b" }], isAnonymous: true }, sent),
  post("sendLocation", { chatId, latitude: 12.5, longitude: 0, typingTime: 20_000 }, sent),
  post("sendContact", { chatId, contact: { phoneContact: phoneNumber, firstName: "A" } }, sent),
  post("forwardMessages", { chatId, chatIdFrom: groupId, messages: [idMessage, "B2"] }, { messages: ["C1", "C2"] }),
  post(
    "sendInteractiveButtons",
    {
      chatId,
      body: "Choose",
      header: "h",
      footer: "f",
      buttons: [
        { type: "copy", buttonId: "1", buttonText: "Copy", copyCode: "code" },
        { type: "call", buttonId: "2", buttonText: "Call", phoneNumber: "79990001133" },
        { type: "url", buttonId: "3", buttonText: "Open", url: "https://a.example" },
      ],
    },
    sent,
  ),
  post("sendInteractiveButtonsReply", { chatId, body: "Choose", buttons: [{ buttonId: "1", buttonText: "Yes" }] }, sent),
  post("sendTyping", { chatId, typingTime: 5_000, typingType: "recording" }),
  // Journals
  post("getChatHistory", { chatId, count: 10 }, [{ type: "incoming", idMessage, timestamp: 1, typeMessage: "textMessage" }]),
  post("getMessage", { chatId, idMessage }, { type: "outgoing", idMessage }),
  get("lastIncomingMessages", [{ idMessage }], { minutes: 60 }),
  get("lastOutgoingMessages", [], { minutes: 60 }),
  get("lastIncomingCalls", [{ idMessage, status: "pickUp", duration: 3 }], { minutes: 60 }),
  get("lastOutgoingCalls", [], { minutes: 60 }),
  // Groups
  post("createGroup", { groupName: "g", chatIds: [chatId] }, { created: true, chatId: groupId, groupInviteLink: "l" }),
  post("updateGroupName", { groupId, groupName: "g" }, { updateGroupName: true }),
  post("getGroupData", { groupId }, { groupId, subject: "g", participants: [{ id: chatId, isAdmin: true, isSuperAdmin: true }] }),
  post(
    "updateGroupSettings",
    { groupId, allowParticipantsEditGroupSettings: true, allowParticipantsSendMessages: false },
    { updateGroupSettings: true, reason: "" },
  ),
  post("addGroupParticipant", { groupId, participantChatId }, { addParticipant: true }),
  post("removeGroupParticipant", { groupId, participantChatId }, { removeParticipant: false }),
  post("setGroupAdmin", { chatId: "-100123", participantChatId: "123" }, { setGroupAdmin: true }),
  post("removeAdmin", { groupId, participantChatId }, { removeAdmin: true }),
  post(
    "setGroupPicture",
    { groupId, file: bytes },
    { setGroupPicture: true, urlAvatar: "u", reason: "" },
    { form: { groupId, file: picture } },
  ),
  post("leaveGroup", { groupId }, { leaveGroup: true }),
  // Statuses
  post("sendTextStatus", { message: "hi", backgroundColor: "#228B22", font: "SERIF", participants: [chatId] }, sent),
  post("sendVoiceStatus", { urlFile, fileName: "a.mp3", backgroundColor: "#228B22" }, sent),
  post("sendMediaStatus", { urlFile, fileName: "a.png", caption: "c" }, sent),
  post("deleteStatus", { idMessage }),
  get("getStatusStatistic", [{ timestamp: 1, participant: chatId, status: "read" }], { idMessage }),
  get("getIncomingStatuses", [{ type: "incoming", idMessage, typeMessage: "imageMessage", participants: [] }], { minutes: 60 }),
  get("getOutgoingStatuses", [], { minutes: 60 }),
  // Service
  post("checkWhatsapp", { chatId, force: true }, { existsWhatsapp: true, chatId: "123@lid" }),
  post("checkAccount", { phoneNumber }, { exist: true, chatId: "10000000", fromCache: false }),
  post("getAvatar", { chatId }, { urlAvatar: "u", available: true }),
  get("getContacts", [{ id: chatId, name: "n", contactName: "", type: "user" }], { group: false, count: 5 }),
  post("getContactInfo", { chatId }, { name: "n", isBusiness: false, lastSeen: null, products: [] }),
  get("getChats", [{ id: chatId, archive: false }], { count: 5 }),
  post("editMessage", { chatId, idMessage, message: "new" }, sent),
  post("deleteMessage", { chatId, idMessage, onlySenderDelete: true }),
  post("archiveChat", { chatId }),
  post("unarchiveChat", { chatId }),
  post(
    "setDisappearingChat",
    { chatId, ephemeralExpiration: 604_800 },
    { chatId, disappearingMessagesInChat: true, ephemeralExpiration: 604_800 },
  ),
  // Contacts
  post("addContact", { chatId, firstName: "A", saveInAddressbook: false }, { addContact: true }),
  post("editContact", { chatId, firstName: "A", lastName: "B" }, { editContact: true }),
  post("deleteContact", { chatId }, { deleteContact: false, message: "no such contact" }),
  // Templates
  post(
    "sendTemplate",
    {
      chatId,
      templateId: "t1",
      params: ["A"],
      message: { type: "image", image: { link: urlFile } },
      postbackTexts: [{ index: 0, text: "p" }],
    },
    sent,
  ),
  get("getTemplates", { templates: [{ templateId: "t1", status: "APPROVED" }] }),
  post("getTemplateById", { templateId: "t1" }, { template: { templateId: "t1" } }),
  post(
    "createTemplate",
    {
      elementName: "order_ready",
      languageCode: "en",
      category: "UTILITY",
      templateType: "TEXT",
      vertical: "Orders",
      content: "Order {{1}} is ready",
      example: "Order 5 is ready",
      buttons: [{ type: "QUICK_REPLY", text: "Thanks" }],
      codeExpirationMinutes: 5,
    },
    { template: { templateId: "t1", status: "PENDING" } },
  ),
  post("editTemplate", { templateId: "t1", templateParams: { content: "Order {{1}}" } }, { status: "success" }),
  post("deleteTemplate", { elementName: "order_ready" }, { status: "success" }),
  post("deleteTemplateById", { elementName: "order_ready", templateId: "t1" }, { status: "success" }),
  // Partners
  { ...get("getInstances", [{ idInstance: 1, name: "n", typeInstance: "whatsapp", deleted: false }]), client: "partner" },
  {
    ...post(
      "createInstance",
      { name: "n", incomingWebhook: true },
      { idInstance: 1, apiTokenInstance: "t", typeInstance: "whatsapp" },
      { json: { name: "n", incomingWebhook: "yes" } },
    ),
    client: "partner",
  },
  { ...post("deleteInstanceAccount", { idInstance: 1 }, { deleteInstanceAccount: true }), client: "partner" },
];

/** Its input goes into the query. */
function get(name: string, documented: unknown, input?: object, more: Partial<MethodCase> = {}): MethodCase {
  const query = Object.entries(input ?? {}).map(([key, value]) => `${key}=${String(value)}`);
  const suffix = query.length === 0 ? "" : `?${query.join("&")}`;
  return { name, client: "instance", verb: "GET", host: "api", ...(input && { input }), suffix, documented, ...more };
}

/** Its input goes into the body, as JSON unless said otherwise. */
function post(name: string, input: object, documented?: unknown, more: Partial<MethodCase> = { json: input }): MethodCase {
  return { name, client: "instance", verb: "POST", host: "api", input, documented, ...more };
}
