import { allFlagsOn, type Emulator, type InstanceAccess, type InstanceOptions } from "@greenhook/emulator";
import { imageMessage, incomingCall, textMessage } from "@greenhook/emulator/notifications";
import { expect } from "vitest";
import { callApi } from "./start-emulator.ts";

/** One call of a method with a documented input, and what its result must be. */
export interface MethodCall {
  readonly method: string;
  readonly verb: "GET" | "POST" | "DELETE";
  readonly input?: Readonly<Record<string, unknown>>;
  /** An instance of its own, where the call would spoil the others or needs another state. By default the prepared one. */
  readonly on?: InstanceOptions | "partner";
  /** `undefined` for an empty body. */
  readonly result: unknown;
}

/** A call, and the prepared instance. */
export interface PreparedCall extends MethodCall {
  readonly access: InstanceAccess;
}

/** The ids that the inputs of the calls name. */
export interface Prepared {
  readonly access: InstanceAccess;
  readonly group: string;
  readonly received: string;
  readonly file: string;
  readonly sent: string;
  readonly status: string;
  readonly template: string;
}

const chatId = "79000000001@c.us";
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const text: unknown = expect.any(String);
const number: unknown = expect.any(Number);
const flag: unknown = expect.any(Boolean);
const idMessage: unknown = expect.stringMatching(/^3EB0[0-9A-F]{16}$/);
const url: unknown = expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/files\/[0-9a-f]{32}(\.[a-z0-9]+)?$/);
const row: unknown = expect.objectContaining({ type: text, idMessage: text, timestamp: number, typeMessage: text, chatId: text });
const call: unknown = expect.objectContaining({ type: "incoming", typeMessage: "incomingCall", idMessage: text, chatId, status: text });
const done = { status: true, data: { status: "success", reason: "" } };

/** An instance that has a group, messages of both directions, a file, a call, a contact, a status and an approved template. */
export async function prepare(emulator: Emulator, wait: (milliseconds: number) => Promise<void>): Promise<Prepared> {
  const access = emulator.addInstance({ settings: { ...allFlagsOn, stateWebhook: "no" } });
  const created = async (method: string, body: object): Promise<Record<string, string>> =>
    (await callApi(access, "POST", method, { body })).json as Record<string, string>;
  emulator.notify(access.idInstance, textMessage({ chatId, idMessage: "RECEIVED" }));
  emulator.notify(access.idInstance, imageMessage({ chatId, idMessage: "FILE" }));
  emulator.notify(access.idInstance, incomingCall({ from: chatId }));
  const { chatId: group = "" } = await created("createGroup", { groupName: "Neighbours", chatIds: [chatId, "79000000002@c.us"] });
  const { idMessage: sent = "" } = await created("sendMessage", { chatId, message: "Hello" });
  const { idMessage: status = "" } = await created("sendTextStatus", { message: "Open again", participants: [chatId] });
  await created("addContact", { chatId, firstName: "Anna" });
  const { template } = (await created("createTemplate", templateInput)) as unknown as { template: { templateId: string } };
  await wait(20_000);
  return { access, group, received: "RECEIVED", file: "FILE", sent, status, template: template.templateId };
}

export const templateInput = {
  elementName: "order",
  languageCode: "en",
  category: "UTILITY",
  templateType: "TEXT",
  vertical: "Orders",
  content: "Order {{1}}",
  example: "Order [7]",
};

/** Every method that GREEN-API documents today, but for the catalogs, the calls product and the WebSocket. */
export function methodCalls(prepared: Prepared): readonly PreparedCall[] {
  return callsOf(prepared).map((call) => ({ ...call, access: prepared.access }));
}

const callsOf = ({ access, group, received, file, sent, status, template }: Prepared): readonly MethodCall[] => [
  // account
  { method: "getSettings", verb: "GET", result: expect.objectContaining({ wid: text, webhookUrl: "", incomingWebhook: "yes" }) },
  { method: "setSettings", verb: "POST", on: {}, input: { incomingWebhook: "yes" }, result: { saveSettings: true } },
  { method: "getStateInstance", verb: "GET", result: { stateInstance: "authorized" } },
  { method: "getStatusInstance", verb: "GET", result: { statusInstance: "online" } },
  {
    method: "getStateInstanceHistory",
    verb: "GET",
    input: { count: 1 },
    result: [{ stateInstance: "authorized", timestamp: number, phoneNumber: text }],
  },
  { method: "reboot", verb: "GET", on: {}, result: { isReboot: true } },
  { method: "logout", verb: "GET", on: {}, result: { isLogout: true } },
  { method: "qr", verb: "GET", on: { stateInstance: "notAuthorized" }, result: { type: "qrCode", message: text } },
  {
    method: "getAuthorizationCode",
    verb: "POST",
    on: { stateInstance: "notAuthorized" },
    input: { phoneNumber: 79000000000 },
    result: { status: true, code: text },
  },
  {
    method: "setProfilePicture",
    verb: "POST",
    input: { file: jpeg },
    result: { setProfilePicture: true, urlAvatar: url, reason: null },
  },
  {
    method: "getWaSettings",
    verb: "GET",
    result: { avatar: text, phone: "79000000000", stateInstance: "authorized", deviceId: "", chatId: text },
  },
  {
    method: "getAccountSettings",
    verb: "GET",
    on: { typeInstance: "telegram" },
    result: { avatar: "", phone: text, stateInstance: "authorized", chatId: text, suspendedUntil: null },
  },
  { method: "updateApiToken", verb: "GET", on: {}, result: { apiTokenInstance: expect.stringMatching(/^[0-9a-f]{50}$/) } },
  { method: "startAuthorization", verb: "POST", on: { stateInstance: "notAuthorized" }, input: { phoneNumber: 79000000000 }, result: done },
  {
    method: "sendAuthorizationCode",
    verb: "POST",
    on: { typeInstance: "telegram", stateInstance: "pendingCode" },
    input: { code: "12345" },
    result: done,
  },
  {
    method: "sendAuthorizationPassword",
    verb: "POST",
    on: { typeInstance: "telegram", stateInstance: "pendingPassword" },
    input: { password: "secret" },
    result: done,
  },
  // sending
  { method: "sendMessage", verb: "POST", input: { chatId, message: "Hello", quotedMessageId: received }, result: { idMessage } },
  {
    method: "sendPoll",
    verb: "POST",
    input: { chatId, message: "When?", options: [{ optionName: "At ten" }, { optionName: "At noon" }] },
    result: { idMessage },
  },
  {
    method: "sendFileByUrl",
    verb: "POST",
    input: { chatId, urlFile: "https://files.example.com/a.png", fileName: "a.png" },
    result: { idMessage },
  },
  {
    method: "sendFileByUpload",
    verb: "POST",
    input: { chatId, file: jpeg, fileName: "a.jpg", caption: "Look" },
    result: { idMessage, urlFile: url },
  },
  { method: "uploadFile", verb: "POST", input: { file: jpeg, mimeType: "image/jpeg", fileName: "a.jpg" }, result: { urlFile: url } },
  { method: "sendLocation", verb: "POST", input: { chatId, latitude: 55.75, longitude: 37.62 }, result: { idMessage } },
  {
    method: "sendContact",
    verb: "POST",
    input: { chatId, contact: { phoneContact: 79000000004, firstName: "Boris" } },
    result: { idMessage },
  },
  {
    method: "forwardMessages",
    verb: "POST",
    input: { chatId: "79000000002@c.us", chatIdFrom: chatId, messages: [received, file] },
    result: { messages: [idMessage, idMessage] },
  },
  {
    method: "sendInteractiveButtons",
    verb: "POST",
    input: { chatId, body: "Choose", buttons: [{ type: "copy", buttonId: "1", buttonText: "Copy", copyCode: "7" }] },
    result: { idMessage },
  },
  {
    method: "sendInteractiveButtonsReply",
    verb: "POST",
    input: { chatId, body: "Choose", buttons: [{ buttonId: "1", buttonText: "Yes" }] },
    result: { idMessage },
  },
  { method: "sendTyping", verb: "POST", input: { chatId, typingTime: 2_000 }, result: undefined },
  // receiving, journals, queues, the read mark
  { method: "receiveNotification", verb: "GET", result: { receiptId: 1, body: expect.objectContaining({ typeWebhook: text }) } },
  { method: "deleteNotification", verb: "DELETE", input: { receiptId: 1 }, result: { result: true, reason: "" } },
  { method: "downloadFile", verb: "POST", input: { chatId, idMessage: file }, result: { downloadUrl: text } },
  { method: "getChatHistory", verb: "POST", input: { chatId, count: 2 }, result: [row, row] },
  { method: "getMessage", verb: "POST", input: { chatId, idMessage: received }, result: row },
  { method: "lastIncomingMessages", verb: "GET", input: { minutes: 60 }, result: [row, row] },
  { method: "lastOutgoingMessages", verb: "GET", result: expect.arrayContaining([row]) },
  { method: "lastIncomingCalls", verb: "GET", result: [call] },
  { method: "lastOutgoingCalls", verb: "GET", result: [] },
  { method: "showMessagesQueue", verb: "GET", result: [] },
  { method: "getMessagesCount", verb: "GET", result: { count: 0 } },
  { method: "getWebhooksCount", verb: "GET", result: { count: number } },
  { method: "clearMessagesQueue", verb: "GET", result: { isCleared: true } },
  { method: "clearWebhooksQueue", verb: "DELETE", on: {}, result: { isCleared: true, reason: "" } },
  { method: "readChat", verb: "POST", input: { chatId, idMessage: received }, result: { setRead: true } },
  // groups
  {
    method: "createGroup",
    verb: "POST",
    input: { groupName: "Team", chatIds: [chatId] },
    result: { created: true, chatId: expect.stringMatching(/@g\.us$/), groupInviteLink: text },
  },
  { method: "updateGroupName", verb: "POST", input: { groupId: group, groupName: "Street" }, result: { updateGroupName: true } },
  {
    method: "getGroupData",
    verb: "POST",
    input: { groupId: group },
    result: {
      groupId: group,
      owner: text,
      subject: "Street",
      creation: number,
      participants: expect.arrayContaining([{ id: chatId, isAdmin: false, isSuperAdmin: false }]),
      subjectTime: number,
      subjectOwner: text,
      groupInviteLink: text,
    },
  },
  {
    method: "updateGroupSettings",
    verb: "POST",
    input: { groupId: group, allowParticipantsEditGroupSettings: true, allowParticipantsSendMessages: false },
    result: { updateGroupSettings: true, reason: "" },
  },
  {
    method: "addGroupParticipant",
    verb: "POST",
    input: { groupId: group, participantChatId: "79000000005@c.us" },
    result: { addParticipant: true },
  },
  {
    method: "removeGroupParticipant",
    verb: "POST",
    input: { groupId: group, participantChatId: "79000000002@c.us" },
    result: { removeParticipant: true },
  },
  { method: "setGroupAdmin", verb: "POST", input: { groupId: group, participantChatId: chatId }, result: { setGroupAdmin: true } },
  { method: "removeAdmin", verb: "POST", input: { groupId: group, participantChatId: chatId }, result: { removeAdmin: true } },
  {
    method: "setGroupPicture",
    verb: "POST",
    input: { groupId: group, file: jpeg },
    result: { setGroupPicture: true, urlAvatar: url, reason: null },
  },
  { method: "leaveGroup", verb: "POST", input: { groupId: group }, result: { leaveGroup: true } },
  // statuses
  { method: "sendTextStatus", verb: "POST", input: { message: "Open", backgroundColor: "#228B22", font: "SERIF" }, result: { idMessage } },
  {
    method: "sendVoiceStatus",
    verb: "POST",
    input: { urlFile: "https://files.example.com/a.ogg", fileName: "a.ogg" },
    result: { idMessage },
  },
  {
    method: "sendMediaStatus",
    verb: "POST",
    input: { urlFile: "https://files.example.com/a.png", fileName: "a.png" },
    result: { idMessage },
  },
  { method: "deleteStatus", verb: "POST", input: { idMessage: status }, result: undefined },
  {
    method: "getStatusStatistic",
    verb: "GET",
    input: { idMessage: status },
    result: [{ timestamp: number, participant: chatId, status: text }],
  },
  { method: "getIncomingStatuses", verb: "GET", result: [] },
  { method: "getOutgoingStatuses", verb: "GET", input: { minutes: 60 }, result: expect.arrayContaining([row]) },
  // service
  { method: "checkWhatsapp", verb: "POST", input: { chatId }, result: { existsWhatsapp: true, chatId, fromCache: false } },
  {
    method: "checkAccount",
    verb: "POST",
    on: { typeInstance: "telegram" },
    input: { phoneNumber: 79000000001 },
    result: { exist: true, chatId: text, fromCache: false },
  },
  { method: "getAvatar", verb: "POST", input: { chatId }, result: { urlAvatar: "", available: false } },
  {
    method: "getContacts",
    verb: "GET",
    input: { group: false },
    result: expect.arrayContaining([{ id: chatId, name: "Anna", contactName: "Anna", type: "user" }]),
  },
  {
    method: "getContactInfo",
    verb: "POST",
    input: { chatId },
    result: expect.objectContaining({
      chatId,
      name: "Anna",
      contactName: "Anna",
      products: [],
      isArchive: flag,
      messageExpiration: number,
    }),
  },
  {
    method: "getChats",
    verb: "GET",
    input: { count: 1 },
    result: [
      {
        id: text,
        name: text,
        contactName: text,
        type: text,
        archive: false,
        ephemeralExpiration: 0,
        ephemeralSettingTimestamp: 0,
      },
    ],
  },
  { method: "editMessage", verb: "POST", input: { chatId, idMessage: sent, message: "Goodbye" }, result: { idMessage } },
  { method: "deleteMessage", verb: "POST", input: { chatId, idMessage: sent }, result: undefined },
  { method: "archiveChat", verb: "POST", input: { chatId }, result: undefined },
  { method: "unarchiveChat", verb: "POST", input: { chatId }, result: undefined },
  {
    method: "setDisappearingChat",
    verb: "POST",
    input: { chatId, ephemeralExpiration: 86_400 },
    result: { chatId, disappearingMessagesInChat: true, ephemeralExpiration: 86_400 },
  },
  // contacts
  { method: "addContact", verb: "POST", input: { chatId: "79000000006@c.us", firstName: "Vera" }, result: { addContact: true } },
  { method: "editContact", verb: "POST", input: { chatId, firstName: "Anna", lastName: "B." }, result: { editContact: true } },
  { method: "deleteContact", verb: "POST", input: { chatId }, result: { deleteContact: true } },
  // WABA
  { method: "sendTemplate", verb: "POST", input: { chatId, templateId: template, params: ["7"] }, result: { idMessage } },
  { method: "getTemplates", verb: "GET", result: { templates: [expect.objectContaining({ templateId: template, status: "APPROVED" })] } },
  {
    method: "getTemplateById",
    verb: "POST",
    input: { templateId: template },
    result: { template: expect.objectContaining({ elementName: "order", data: "Order {{1}}" }) },
  },
  {
    method: "createTemplate",
    verb: "POST",
    input: { ...templateInput, elementName: "parcel" },
    result: { template: expect.objectContaining({ templateId: text, status: "PENDING" }) },
  },
  {
    method: "editTemplate",
    verb: "POST",
    input: { templateId: template, templateParams: { ...templateInput, content: "Your order {{1}}" } },
    result: { status: "success" },
  },
  { method: "deleteTemplateById", verb: "POST", input: { elementName: "order", templateId: template }, result: { status: "success" } },
  { method: "deleteTemplate", verb: "POST", input: { elementName: "parcel" }, result: { status: "success" } },
  // partner, at the end: the prepared instance is deleted
  { method: "getInstances", verb: "GET", on: "partner", result: expect.arrayContaining([expect.objectContaining({ idInstance: number })]) },
  {
    method: "createInstance",
    verb: "POST",
    on: "partner",
    input: { name: "shop" },
    result: { idInstance: number, apiTokenInstance: text, typeInstance: "whatsapp" },
  },
  {
    method: "deleteInstanceAccount",
    verb: "POST",
    on: "partner",
    input: { idInstance: access.idInstance },
    result: { deleteInstanceAccount: true },
  },
];
