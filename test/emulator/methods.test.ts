import { allFlagsOn, createEmulator, VirtualClock, type InstanceAccess, type InstanceOptions } from "@greenhook/emulator";
import { createApiClient, createPartnerClient } from "@greenhook/core/api";
import { editedMessage, textMessage } from "@greenhook/emulator/notifications";
import { afterAll, describe, expect, test } from "vitest";
import { methodCalls, prepare, templateInput, type MethodCall } from "./method-calls.ts";
import { callApi, callPartner, type ApiResponse } from "./start-emulator.ts";

const clock = new VirtualClock();
const emulator = await createEmulator({ clock, rateLimits: false });
afterAll(() => emulator.close());
const prepared = await prepare(emulator, (milliseconds) => clock.advance(milliseconds));
const calls = methodCalls(prepared);

describe("every documented method", () => {
  test("is called: 83 of them", () => {
    expect(new Set(calls.map(({ method }) => method)).size).toBe(83);
    expect(calls).toHaveLength(83);
  });

  test.each(calls)("$method: the documented result", async (call) => {
    const response = await send(call);
    expect(response).toMatchObject({ status: 200 });
    if (call.result === undefined) expect(response.text).toBe("");
    else expect(response.json).toEqual(call.result);
  });
});

test.each(methodCalls(await prepare(emulator, (milliseconds) => clock.advance(milliseconds))))(
  "our own client calls $method: the same result",
  async ({ method, input, on, result, access }) => {
    const { url: partnerApiUrl, partnerToken } = emulator;
    const client =
      on === "partner"
        ? createPartnerClient({ partnerApiUrl, partnerToken })
        : createApiClient(on === undefined ? access : emulator.addInstance(on));
    const methods = client as unknown as Readonly<Record<string, (input?: unknown) => Promise<unknown>>>;
    const resolved = await (input === undefined ? methods[method]?.() : methods[method]?.(input));
    if (method === "receiveNotification") expect(resolved).toMatchObject(result as object);
    else expect(resolved).toEqual(result);
  },
);

describe("methods remember", () => {
  const chatId = "79000000001@c.us";
  const setUp = (options: InstanceOptions = {}): { post: Poster; get: Poster; access: InstanceAccess } => {
    const access = emulator.addInstance(options);
    const post: Poster = async (method, body) => (await callApi(access, "POST", method, { body })).json;
    const get: Poster = async (method, query = {}) =>
      (await callApi(access, "GET", method, { rest: `?${new URLSearchParams(texts(query)).toString()}` })).json;
    return { post, get, access };
  };

  test("groups: name, members, admins, settings, and that they were left", async () => {
    const { post, get } = setUp({ noAccount: ["79000000009@c.us"] });
    const [anna, boris, nobody] = [chatId, "79000000002@c.us", "79000000009@c.us"];
    const { chatId: groupId } = (await post("createGroup", { groupName: "A", chatIds: [anna, nobody] })) as { chatId: string };
    expect(await post("addGroupParticipant", { groupId, participantChatId: boris })).toEqual({ addParticipant: true });
    expect(await post("addGroupParticipant", { groupId, participantChatId: nobody })).toEqual({ addParticipant: false });
    expect(await post("removeGroupParticipant", { groupId, participantChatId: anna })).toEqual({ removeParticipant: true });
    expect(await post("setGroupAdmin", { groupId, participantChatId: anna })).toEqual({ setGroupAdmin: false });
    expect(await post("setGroupAdmin", { groupId, participantChatId: boris })).toEqual({ setGroupAdmin: true });
    await post("updateGroupName", { groupId, groupName: "B" });
    expect(await post("getGroupData", { groupId })).toMatchObject({
      subject: "B",
      participants: [
        { id: "79000000000@c.us", isAdmin: true, isSuperAdmin: true },
        { id: boris, isAdmin: true, isSuperAdmin: false },
      ],
    });
    expect(await get("getContacts", { group: true })).toEqual([{ id: groupId, name: "B", contactName: "", type: "group" }]);
    await post("leaveGroup", { groupId });
    expect(await post("getGroupData", { groupId })).toBe("Error: forbidden");
    expect(await post("leaveGroup", { groupId })).toEqual({ leaveGroup: false });
    expect(await post("getGroupData", { groupId: "1@g.us" })).toBe("Error: item-not-found");
    expect(await post("updateGroupSettings", { groupId })).toMatchObject({ statusCode: 400 });
  });

  test("groups that a message came from; on Telegram they are named by chatId", async () => {
    const { post, access } = setUp({ typeInstance: "telegram" });
    emulator.notify(access.idInstance, textMessage({ typeInstance: "telegram", chatId: "-1001", sender: "900000001", chatName: "C" }));
    expect(await post("getGroupData", { chatId: "-1001" })).toMatchObject({
      chatId: "-1001",
      subject: "C",
      participants: expect.arrayContaining([expect.objectContaining({ chatId: "900000001" })]) as unknown,
    });
  });

  test("contacts and chats: names, archive, disappearing messages", async () => {
    const { post, get, access } = setUp();
    emulator.notify(access.idInstance, textMessage({ chatId }));
    await clock.advance(1_000);
    emulator.notify(access.idInstance, textMessage({ chatId: "79000000002@c.us", senderName: "Boris" }));
    expect(await post("editContact", { chatId, firstName: "Anna" })).toMatchObject({ editContact: false });
    await post("addContact", { chatId, firstName: "Anna", lastName: "B." });
    await post("archiveChat", { chatId });
    await post("setDisappearingChat", { chatId, ephemeralExpiration: 86_400 });
    expect(await get("getChats")).toMatchObject([
      { id: "79000000002@c.us", name: "Boris", archive: false },
      { id: chatId, contactName: "Anna B.", archive: true, ephemeralExpiration: 86_400 },
    ]);
    expect(await post("getContactInfo", { chatId })).toMatchObject({ isArchive: true, isDisappearing: true, contactName: "Anna B." });
    await post("deleteContact", { chatId });
    expect(await get("getContacts", { count: 2 })).toMatchObject([{ name: "Boris" }, { name: "Anna", contactName: "" }]);
    expect(await post("setDisappearingChat", { chatId, ephemeralExpiration: 5 })).toMatchObject({ statusCode: 400 });
  });

  test("forwards, edits and deletions: in their notifications and in the journals", async () => {
    const { post, access } = setUp({ settings: allFlagsOn });
    emulator.notify(access.idInstance, textMessage({ chatId, idMessage: "A", text: "Hello" }));
    const forward = { chatId: "79000000002@c.us", chatIdFrom: chatId, messages: ["A"] };
    const { messages } = (await post("forwardMessages", forward)) as { messages: string[] };
    expect(await post("getMessage", { chatId: forward.chatId, idMessage: messages[0] })).toMatchObject({
      textMessage: "Hello",
      sendByApi: true,
    });
    const { idMessage } = (await post("sendMessage", { chatId, message: "B" })) as { idMessage: string };
    const edited = (await post("editMessage", { chatId, idMessage, message: "C" })) as { idMessage: string };
    expect(await post("getMessage", { chatId, idMessage: edited.idMessage })).toMatchObject({
      editedMessageId: idMessage,
      textMessage: "C",
    });
    await post("deleteMessage", { chatId, idMessage });
    expect(await post("getMessage", { chatId, idMessage })).toMatchObject({ isEdited: true, isDeleted: true });
    expect(await post("editMessage", { chatId, idMessage: "A", message: "C" })).toMatchObject({ statusCode: 400 });
    await clock.advance(16 * 60_000);
    expect(await post("editMessage", { chatId, idMessage, message: "D" })).toMatchObject({
      message: expect.stringMatching(/too old/) as unknown,
    });
    expect(await post("forwardMessages", { ...forward, messages: ["X"] })).toMatchObject({ message: "Message not found by id X" });
  });

  test("edits and deletions are in the journals only while their flags are on", async () => {
    const { post, access } = setUp();
    emulator.notify(access.idInstance, textMessage({ chatId, idMessage: "A" }));
    emulator.notify(access.idInstance, editedMessage({ chatId, stanzaId: "A" }));
    expect(await post("getChatHistory", { chatId })).toMatchObject([{ idMessage: "A", isEdited: false }]);
  });

  test("messages that wait until the instance is authorized", async () => {
    const { post, get, access } = setUp({ stateInstance: "notAuthorized", settings: { outgoingAPIMessageWebhook: true } });
    const { idMessage: messageID } = (await post("sendMessage", { chatId, message: "A" })) as { idMessage: string };
    const waiting = [{ messageID, type: "sendMessage", body: { chatId, message: "A" } }];
    expect(await get("showMessagesQueue")).toEqual(waiting);
    expect(await get("getMessagesCount")).toEqual({ count: 1 });
    expect(emulator.waiting(access.idInstance)).toBe(0);
    emulator.setState(access.idInstance, "authorized");
    expect(emulator.waiting(access.idInstance)).toBe(1);
    expect(await get("showMessagesQueue")).toEqual([]);
    emulator.setState(access.idInstance, "blocked");
    await post("sendMessage", { chatId, message: "B" });
    await get("clearMessagesQueue");
    emulator.setState(access.idInstance, "authorized");
    expect(emulator.waiting(access.idInstance)).toBe(1);
  });

  test("who has no account: checks say so, and a message to them only gets the status noAccount", async () => {
    const { post, get, access } = setUp({ noAccount: [chatId], settings: { outgoingAPIMessageWebhook: true } });
    expect(await post("checkWhatsapp", { phoneNumber: 79000000001 })).toEqual({ existsWhatsapp: false, fromCache: false });
    expect(await post("checkWhatsapp", { phoneNumber: 79000000001 })).toEqual({ existsWhatsapp: false, fromCache: true });
    expect(await post("checkWhatsapp", { phoneNumber: 7900 })).toMatchObject({ statusCode: 400 });
    await post("sendMessage", { chatId, message: "A" });
    await clock.advance(5_000);
    expect(emulator.waiting(access.idInstance)).toBe(1);
    expect(await get("receiveNotification")).toMatchObject({ body: { typeWebhook: "outgoingMessageStatus", status: "noAccount" } });
  });

  test("pictures must be JPEGs", async () => {
    const { post, get } = setUp();
    const refused = { setProfilePicture: false, urlAvatar: null, reason: "bad request data" };
    expect(await post("setProfilePicture", formOf(new Uint8Array([1, 2, 3]), {}))).toEqual(refused);
    const { urlAvatar } = (await post("setProfilePicture", formOf(new Uint8Array([0xff, 0xd8, 0xff, 1]), {}))) as { urlAvatar: string };
    expect((await fetch(urlAvatar)).headers.get("content-type")).toBe("image/jpeg");
    expect(await get("getWaSettings")).toMatchObject({ avatar: urlAvatar });
  });

  test("statuses: deleted ones stay as such, and no journal of messages has any", async () => {
    const { post, get, access } = setUp();
    emulator.notify(access.idInstance, textMessage({ chatId: "status@broadcast", sender: chatId }));
    const { idMessage } = (await post("sendTextStatus", { message: "A", participants: [chatId] })) as { idMessage: string };
    await post("deleteStatus", { idMessage });
    expect(await get("getIncomingStatuses")).toMatchObject([{ type: "incoming", senderId: chatId }]);
    expect(await get("getOutgoingStatuses")).toMatchObject([
      { typeMessage: "deletedMessage", deletedMessageId: idMessage },
      { idMessage, isDeleted: true, extendedTextMessage: { text: "A", participants: [chatId] } },
    ]);
    expect(await get("lastIncomingMessages")).toEqual([]);
    expect(await get("getChats")).toEqual([]);
    expect(await post("sendTextStatus", { message: "A", font: "COMIC" })).toMatchObject({ statusCode: 400 });
  });

  test("instances of the partner: created, deleted, and failures with the status 200", async () => {
    const partner = async (verb: string, method: string, body?: unknown): Promise<unknown> =>
      (await callPartner(emulator, verb, method, body)).json;
    const created = (await partner("POST", "createInstance", { name: "shop", incomingWebhook: "yes" })) as InstanceAccess;
    const access = { ...created, apiUrl: emulator.url };
    expect((await callApi(access, "GET", "getStateInstance")).json).toBeNull();
    await clock.advance(60_000);
    expect((await callApi(access, "GET", "getStateInstance")).json).toEqual({ stateInstance: "notAuthorized" });
    expect((await callApi(access, "GET", "getSettings")).json).toMatchObject({ incomingWebhook: "yes" });
    const input = { idInstance: created.idInstance };
    expect(await partner("POST", "deleteInstanceAccount", input)).toEqual({ deleteInstanceAccount: true });
    expect(await partner("POST", "deleteInstanceAccount", input)).toEqual({ code: 404, description: "Not found" });
    expect((await callApi(access, "GET", "getSettings")).json).toMatchObject({ statusCode: 400, message: "Instance is deleted" });
    expect(await partner("GET", "getInstances")).toContainEqual(expect.objectContaining({ ...input, name: "shop", deleted: true }));
    const wrong = await callPartner({ ...emulator, partnerToken: "gac.wrong" }, "GET", "getInstances");
    expect(wrong).toMatchObject({ status: 200, json: { code: 401, description: "Unauthorized" } });
    expect(await partner("POST", "createInstance", {})).toMatchObject({ statusCode: 400 });
    expect(await partner("POST", "getInstances")).toMatchObject({ statusCode: 404 });
  });

  test("templates: only those that aren't pending can be sent and edited", async () => {
    const { post } = setUp();
    const { template } = (await post("createTemplate", templateInput)) as { template: { templateId: string } };
    const { templateId } = template;
    expect(await post("sendTemplate", { chatId, templateId })).toMatchObject({ statusCode: 400 });
    expect(await post("editTemplate", { templateId, templateParams: templateInput })).toMatchObject({ status: "error" });
    await clock.advance(10_000);
    expect(await post("sendTemplate", { chatId, templateId })).toMatchObject({ idMessage: expect.any(String) as unknown });
  });

  test.each([
    ["sendPoll", { chatId, message: "A", options: [{ optionName: "B" }] }, /'options' must contain 2 to 12 items/],
    ["sendPoll", { chatId, message: "A", options: [{ optionName: "B" }, { optionName: "B" }] }, /duplicate/],
    ["sendMessage", { chatId, message: "x".repeat(20_001) }, /20000/],
    ["sendMessage", { chatId, message: "A", typingTime: 1 }, /'typingTime'/],
    ["sendInteractiveButtons", { chatId, body: "A", buttons: [{ type: "url", buttonId: "1", buttonText: "B" }] }, /'url' is required/],
    ["sendInteractiveButtons", { chatId, body: "A", buttons: [1, 2, 3, 4] }, /'buttons' must contain 1 to 3 items/],
    ["sendContact", { chatId, contact: { firstName: "A" } }, /'contact.phoneContact'/],
    ["sendLocation", { chatId, latitude: "1", longitude: 1 }, /'latitude' must be a number/],
    ["createGroup", { groupName: "A", chatIds: [1] }, /'chatIds' must be an array of strings/],
    ["checkWhatsapp", {}, /'phoneNumber' is required/],
    ["sendButtons", { chatId, message: "A", buttons: [] }, /temporarily not working/],
  ])("%s refuses a wrong input", async (method, body, message) => {
    const { post } = setUp();
    const failure = await post(method, body);
    expect(failure).toMatchObject({ statusCode: method === "sendButtons" ? 403 : 400, message: expect.stringMatching(message) as unknown });
  });
});

type Poster = (method: string, input?: object) => Promise<unknown>;

/** The call as GREEN-API documents it on the wire. */
function send({ method, verb, input, on }: MethodCall): Promise<ApiResponse> {
  if (on === "partner") return callPartner(emulator, verb, method, input);
  const access = on === undefined ? prepared.access : emulator.addInstance(on);
  const { receiptId, file, ...fields } = input ?? {};
  if (typeof receiptId === "number") return callApi(access, verb, method, { rest: `/${receiptId}` });
  if (input === undefined) return callApi(access, verb, method);
  if (verb === "GET") return callApi(access, verb, method, { rest: `?${new URLSearchParams(texts(fields)).toString()}` });
  if (method === "uploadFile") {
    return callApi(access, verb, method, { body: file, headers: { "content-type": "image/jpeg", "ga-filename": "a.jpg" } });
  }
  return callApi(access, verb, method, { body: file === undefined ? fields : formOf(file as Uint8Array<ArrayBuffer>, texts(fields)) });
}

function texts(fields: object): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, String(value)]));
}

function formOf(file: Uint8Array<ArrayBuffer>, fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  form.set("file", new Blob([file], { type: "image/jpeg" }), "picture.jpg");
  return form;
}
