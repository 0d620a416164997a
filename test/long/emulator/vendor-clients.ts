import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { InstanceAccess } from "@greenhook/emulator";
import { expect } from "vitest";

// GREEN-API's own packages, as npm has them: what their methods are called with. The inputs are those of the emulator's own test.

type Input = Readonly<Record<string, unknown>>;
type Methods = Readonly<Record<string, (...parameters: readonly unknown[]) => Promise<unknown>>>;

/** Credentials of an instance and of the partner. */
export interface VendorAccess extends InstanceAccess {
  readonly partnerToken: string;
}

/** A package with a client. */
export interface VendorClient {
  readonly name: string;
  /** The objects that have its methods, by name. `""` is the client itself. */
  readonly open: (access: VendorAccess) => Readonly<Record<string, Methods>>;
  /** For each of its methods the method of the API, and the parameters made from the input. */
  readonly calls: Readonly<Record<string, VendorCall>>;
  /** Members that call no method. */
  readonly others: readonly string[];
  /** Results that it makes of GREEN-API's. */
  readonly results?: Readonly<Record<string, unknown>>;
  /** Its methods that call the API, where most of its members don't. By default all but `others`. */
  readonly only?: string[];
  /** Its own faults: the calls that fail, with a part of the reason. */
  readonly faults: Readonly<Record<string, RegExp>>;
}

interface VendorCall {
  readonly method: string;
  readonly parameters: (input: Input) => readonly unknown[] | Promise<readonly unknown[]>;
}

const folder = fileURLToPath(new URL("../../../tools/vendor-clients/", import.meta.url));

/** Loads a package of the folder, or one that it depends on. */
export const requireVendor: NodeJS.Require = createRequire(`${folder}package.json`);

/** A file on the disk with the bytes that the table uploads. */
export interface UploadSource {
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const messages: unknown = expect.arrayContaining([expect.objectContaining({ idMessage: expect.any(String) as unknown })]);
const chats: unknown = expect.arrayContaining([expect.objectContaining({ id: expect.any(String) as unknown, archive: false })]);

const whole = (input: Input): readonly unknown[] => [input];
const none = (): readonly unknown[] => [];
const fields =
  (...keys: readonly string[]) =>
  (input: Input): readonly unknown[] =>
    keys.map((key) => input[key]);
const call = (method: string, parameters: VendorCall["parameters"] = whole): VendorCall => ({ method, parameters });
/** Calls whose parameters are the input's fields, named as the API's method. */
const calls = (parameters: VendorCall["parameters"], ...methods: readonly string[]): Record<string, VendorCall> =>
  Object.fromEntries(methods.map((method) => [method, call(method, parameters)]));

interface FormData3 {
  append(name: string, value: unknown, options?: object): void;
}

export function whatsappApiClient({ path, bytes }: UploadSource): VendorClient {
  const { restAPI } = requireVendor("@green-api/whatsapp-api-client") as { restAPI: (options: object) => Record<string, Methods> };
  const FormDataOfNpm = requireVendor("form-data") as new () => FormData3;
  const chat = (...keys: readonly string[]) => fields("chatId", "phoneNumber", ...keys);
  const member = fields("groupId", "participantChatId");
  return {
    name: "@green-api/whatsapp-api-client",
    open: ({ idInstance, apiTokenInstance, apiUrl }) => {
      const client = restAPI({ idInstance: String(idInstance), apiTokenInstance, host: apiUrl, media: apiUrl });
      const { params: _, ...groups } = client;
      return groups;
    },
    calls: {
      ...calls(chat("message", "quotedMessageId"), "sendMessage"),
      ...calls(chat("message", "options"), "sendPoll"),
      ...calls(fields("chatId", "message", "footer", "buttons"), "sendButtons", "sendTemplateButtons"),
      ...calls(fields("chatId", "message", "buttonText", "title", "footer", "sections"), "sendListMessage"),
      sendLocation: call("sendLocation", ({ chatId, latitude, longitude }) => [chatId, undefined, "Shop", "Street 1", latitude, longitude]),
      ...calls(chat("contact"), "sendContact"),
      ...calls(chat("urlLink"), "sendLink"),
      ...calls(chat("idMessage"), "readChat"),
      ...calls(none, "showMessagesQueue", "clearMessagesQueue", "lastIncomingMessages", "lastOutgoingMessages"),
      ...calls(fields("chatId", "count"), "getChatHistory"),
      ...calls(fields("chatId", "idMessage"), "getMessage", "downloadFile", "deleteMessage"),
      ...calls(fields("chatId", "chatIdFrom", "messages"), "forwardMessages"),
      ...calls(chat("urlFile", "fileName", "caption"), "sendFileByUrl"),
      uploadFile: call("uploadFile", () => [path]),
      sendFileByUpload: call("sendFileByUpload", ({ chatId }) => {
        const form = new FormDataOfNpm();
        form.append("chatId", chatId);
        form.append("file", Buffer.from(bytes), { filename: "a.jpg", contentType: "image/jpeg" });
        return [form];
      }),
      ...calls(none, "qr", "logout", "reboot", "getStateInstance", "getDeviceInfo", "getContacts", "getChats"),
      checkWhatsapp: call("checkWhatsapp", () => [79000000001]),
      ...calls(fields("chatId", "idMessage", "message"), "editMessage"),
      ...calls(fields("phoneNumber"), "getAuthorizationCode"),
      ...calls(chat(), "getAvatar"),
      ...calls(fields("chatId"), "archiveChat", "unarchiveChat", "getContactInfo"),
      ...calls(none, "getSettings", "getWaSettings", "receiveNotification"),
      ...calls(whole, "setSettings"),
      ...calls(fields("groupName", "chatIds"), "createGroup"),
      ...calls(member, "addGroupParticipant", "removeGroupParticipant", "setGroupAdmin", "removeAdmin"),
      ...calls(fields("groupId"), "getGroupData", "leaveGroup"),
      ...calls(fields("groupId", "groupName"), "updateGroupName"),
      setGroupPicture: call("setGroupPicture", ({ groupId }) => [groupId, path]),
      ...calls(fields("receiptId"), "deleteNotification"),
    },
    results: { lastIncomingMessages: messages, lastOutgoingMessages: messages, getChats: chats },
    others: ["addChadIdParam", "addPhoneParam", "addMessageIdParam", "startReceivingNotifications", "stopReceivingNotifications"],
    faults: {
      // Archived: GREEN-API refuses them.
      sendButtons: /status code 403/,
      sendTemplateButtons: /status code 403/,
      sendListMessage: /status code 403/,
    },
  };
}

/** `whatsapp-api-client-js-v2` and `greenapi-integration` have the same client in two states. Both know one host alone. */
function clientWithObjects(name: string, { bytes }: UploadSource): Pick<VendorClient, "open" | "calls" | "others"> {
  const { GreenApiClient } = requireVendor(name) as { GreenApiClient: new (access: object) => Methods };
  const file = (): File => new File([bytes], "a.jpg", { type: "image/jpeg" });
  return {
    open: ({ idInstance, apiTokenInstance }) => ({ "": new GreenApiClient({ idInstance, apiTokenInstance }) }),
    calls: {
      ...calls(whole, "sendMessage", "sendPoll", "forwardMessages", "sendLocation", "sendContact", "readChat", "getAvatar"),
      ...calls(whole, "sendInteractiveButtons", "sendInteractiveButtonsReply", "getContactInfo", "archiveChat", "unarchiveChat"),
      ...calls(whole, "setDisappearingChat", "editMessage", "deleteMessage", "createGroup", "updateGroupName", "getGroupData"),
      ...calls(whole, "addGroupParticipant", "removeGroupParticipant", "setGroupAdmin", "removeAdmin", "leaveGroup", "getMessage"),
      ...calls(whole, "getChatHistory", "downloadFile", "sendTextStatus", "sendVoiceStatus", "sendMediaStatus", "deleteStatus"),
      ...calls(whole, "addContact", "editContact", "deleteContact", "setSettings", "getIncomingStatuses", "getOutgoingStatuses"),
      ...calls(whole, "getStatusStatistic"),
      ...calls(none, "reboot", "logout", "getStateInstance", "getSettings", "getWaSettings", "showMessagesQueue", "clearMessagesQueue"),
      ...calls(none, "getContacts", "receiveNotification"),
      ...calls(fields("phoneNumber"), "getAuthorizationCode"),
      ...calls(fields("minutes"), "lastIncomingMessages", "lastOutgoingMessages"),
      ...calls(fields("receiptId"), "deleteNotification"),
      getQR: call("qr", none),
      checkWhatsapp: call("checkWhatsapp", () => [{ phoneNumber: 79000000001 }]),
      sendFileByUrl: call("sendFileByUrl", ({ chatId, urlFile: url, fileName }) => [{ chatId, file: { url, fileName } }]),
      sendFileByUpload: call("sendFileByUpload", ({ chatId }) => [{ chatId, file: { data: file(), fileName: "a.jpg" } }]),
      uploadFile: call("uploadFile", () => [file(), "a.jpg"]),
      setProfilePicture: call("setProfilePicture", () => [file()]),
      setGroupPicture: call("setGroupPicture", ({ groupId }) => [{ groupId, file: file() }]),
    },
    others: ["buildUrl", "buildEndpoint", "makeRequest", "makeFileUploadRequest", "validatePhoneNumber"],
  };
}

/** The body of an upload must be the bytes of the file. */
const sendsForm = { uploadFile: /the stored file isn't the one that was sent/ };

export function whatsappApiClientJsV2(source: UploadSource): VendorClient {
  const name = "@green-api/whatsapp-api-client-js-v2";
  const { GreenApiPartnerClient } = requireVendor(name) as { GreenApiPartnerClient: new (access: object) => Methods };
  const client = clientWithObjects(name, source);
  return {
    name,
    ...client,
    open: (access) => ({ ...client.open(access), partner: new GreenApiPartnerClient({ partnerToken: access.partnerToken }) }),
    calls: { ...client.calls, ...calls(none, "getInstances"), ...calls(whole, "createInstance", "deleteInstanceAccount") },
    faults: sendsForm,
  };
}

export function greenapiIntegration(source: UploadSource): VendorClient {
  const client = clientWithObjects("@green-api/greenapi-integration", source);
  return {
    name: "@green-api/greenapi-integration",
    ...client,
    calls: {
      ...client.calls,
      ...calls(fields("minutes"), "getIncomingStatuses", "getOutgoingStatuses"),
      ...calls(fields("idMessage"), "getStatusStatistic"),
    },
    faults: sendsForm,
  };
}

/** A bot in the style of Telegraf. Most of its methods call Telegram: these are those that call GREEN-API. */
export function whatsappBot(): VendorClient {
  const WhatsAppBot = requireVendor("@green-api/whatsapp-bot") as new (access: object) => { readonly telegram: Methods };
  const botCalls: VendorClient["calls"] = {
    getUpdates: call("receiveNotification", none),
    sendMessage: call("sendMessage", fields("chatId", "message")),
    sendLocation: call("sendLocation", fields("chatId", "latitude", "longitude")),
    sendContact: call("sendContact", ({ chatId }) => [chatId, 79000000004, "Boris"]),
    ...Object.fromEntries(
      ["sendPhoto", "sendDocument", "sendAudio", "sendVideo", "sendVoice"].map((method) => [
        method,
        call("sendFileByUrl", fields("chatId", "urlFile")),
      ]),
    ),
  };
  return {
    name: "@green-api/whatsapp-bot",
    open: ({ idInstance, apiTokenInstance }) => ({ "": new WhatsAppBot({ idInstance: String(idInstance), apiTokenInstance }).telegram }),
    calls: botCalls,
    results: { getUpdates: expect.any(Array) },
    only: Object.keys(botCalls),
    others: [],
    faults: {
      // It reads members that its own client doesn't have.
      sendLocation: /Cannot read properties of undefined \(reading 'messages'\)/,
      sendContact: /sendContact is not a function/,
    },
  };
}
