import { parseNotification } from "@greenhook/core";
import { phoneOf, replyTo, resolveChatId, resolvePhone, toChatId, type ApiClient, type Reply } from "@greenhook/core/api";
import type { IncomingMessageReceived } from "@greenhook/core/types";
import {
  contactAvatar,
  editedMessage,
  incomingCall,
  outgoingMessageStatus,
  quotaExceeded,
  textMessage,
} from "@greenhook/emulator/notifications";
import { describe, expect, test } from "vitest";
import { everythingIn, secretsIn } from "../api/everything-in.ts";
import { canary, clientOf, rejectionOf, startLocalApi, type SeenCall } from "../api/local-api.ts";

const chatId = `${canary.phone}@c.us`;
const incoming = textMessage({ text: "menu", chatId });
const { idMessage } = incoming;
const sent = { idMessage: "3EB0F1A7C0DE00000001", urlFile: "https://files.example.com/a.txt" };

/** A server that takes what is sent, and a client of it. */
async function startApi(result: object = sent, options: Parameters<typeof clientOf>[1] = {}) {
  const api = await startLocalApi((_, response) => response.end(JSON.stringify(result)));
  return { api, client: clientOf(api.url, { responseTimeoutMilliseconds: 30_000, ...options }) };
}

/** The method and the input of a call; of a form its text. */
function seen({ path, body, contentType }: SeenCall): readonly [string, unknown] {
  const text = body.toString();
  return [path.split("/")[2] ?? "", contentType === "application/json" ? JSON.parse(text) : text];
}

describe("replyTo()", () => {
  const yes = { buttonId: "yes", buttonText: "Yes" };
  const url = { type: "url", buttonId: "menu", buttonText: "Menu", url: "https://shop.example.com" } as const;

  test.each<[string, (reply: Reply) => Promise<unknown>, string, object]>([
    ["a text", (reply) => reply.text("Soup"), "sendMessage", { message: "Soup" }],
    [
      "a text that quotes, with options",
      (reply) => reply.text("Soup", { quote: true, typingTime: 1_000, linkPreview: false, timeoutMilliseconds: 5_000 }),
      "sendMessage",
      { message: "Soup", quotedMessageId: idMessage, typingTime: 1_000, linkPreview: false },
    ],
    ["a text that doesn't quote", (reply) => reply.text("Soup", { quote: false }), "sendMessage", { message: "Soup" }],
    [
      "the URL of a file",
      (reply) => reply.file("https://shop.example.com/a/price%20list.pdf?v=1#p", { caption: "Prices", mimeType: "application/pdf" }),
      "sendFileByUrl",
      { urlFile: "https://shop.example.com/a/price%20list.pdf?v=1#p", fileName: "price list.pdf", caption: "Prices" },
    ],
    [
      "the URL of a file without an ending",
      (reply) => reply.file(new URL("https://shop.example.com/download"), { fileName: "menu.pdf", quote: true }),
      "sendFileByUrl",
      { urlFile: "https://shop.example.com/download", fileName: "menu.pdf", quotedMessageId: idMessage },
    ],
    [
      "a broken name in a URL",
      (reply) => reply.file("https://shop.example.com/%E0%A4%A.pdf"),
      "sendFileByUrl",
      { urlFile: "https://shop.example.com/%E0%A4%A.pdf", fileName: "%E0%A4%A.pdf" },
    ],
    [
      "a poll",
      (reply) => reply.poll("Pizza or pasta?", ["Pizza", "Pasta"], { multipleAnswers: true, quote: true }),
      "sendPoll",
      {
        message: "Pizza or pasta?",
        options: [{ optionName: "Pizza" }, { optionName: "Pasta" }],
        multipleAnswers: true,
        quotedMessageId: idMessage,
      },
    ],
    [
      "a location",
      (reply) => reply.location({ latitude: 1.5, longitude: 2, nameLocation: "Here" }, { quote: true }),
      "sendLocation",
      { latitude: 1.5, longitude: 2, nameLocation: "Here", quotedMessageId: idMessage },
    ],
    [
      "a contact",
      (reply) => reply.contact({ phoneContact: 79000000009, firstName: "Ann" }),
      "sendContact",
      { contact: { phoneContact: 79000000009, firstName: "Ann" } },
    ],
    [
      "buttons that reply",
      (reply) => reply.buttons("Agreed?", [yes, { ...yes, type: "reply" }], { header: "Order", footer: "Shop", quote: true }),
      "sendInteractiveButtonsReply",
      { body: "Agreed?", buttons: [yes, yes], header: "Order", footer: "Shop", quotedMessageId: idMessage },
    ],
    [
      "buttons of all kinds",
      (reply) => reply.buttons("Agreed?", [yes, url]),
      "sendInteractiveButtons",
      { body: "Agreed?", buttons: [{ ...yes, type: "reply" }, url] },
    ],
  ])("sends %s", async (_, send, method, input) => {
    const { api, client } = await startApi();
    expect(await send(replyTo(client, incoming))).toMatchObject({ idMessage: sent.idMessage });
    expect(api.calls.map(seen)).toEqual([[method, { chatId, ...input }]]);
  });

  test("uploads bytes, with their name and type", async () => {
    const { api, client } = await startApi();
    const file = new TextEncoder().encode("borscht");
    await replyTo(client, incoming).file(file, { fileName: "menu.txt", mimeType: "text/plain", caption: "Menu", quote: true });
    const [[method, form] = []] = api.calls.map(seen);
    expect(method).toBe("sendFileByUpload");
    for (const part of [chatId, "borscht", 'filename="menu.txt"', "text/plain", 'name="caption"', idMessage]) expect(form).toContain(part);
  });

  test.each([
    ["an edited message, the original", editedMessage({ idMessage: "EDIT" }), "3EB0AAAAAAAAAAAAAAAA"],
    ["a status, its message", outgoingMessageStatus({ idMessage: "STATUS" }), "STATUS"],
    ["a result of parseNotification", parseNotification(incoming), idMessage],
    ["an unknown type", parseNotification({ ...incoming, typeWebhook: "incomingStory" }), idMessage],
  ])("quotes of %s", async (_, notification, expected) => {
    const { api, client } = await startApi();
    await replyTo(client, notification as IncomingMessageReceived).text("Soup", { quote: true });
    expect(seen(api.calls[0]!)[1]).toMatchObject({ quotedMessageId: expected, chatId: expect.stringContaining("@c.us") as string });
  });

  test("replies to a call, which can't be quoted", async () => {
    const { api, client } = await startApi();
    const reply = replyTo(client, incomingCall({ idMessage: "CALL" }));
    expect(await rejectionOf(reply.text("Later", { quote: true }))).toMatchObject({ name: "ApiValidationError", key: "quote" });
    await reply.text("Later");
    expect(api.calls.map(seen)).toEqual([["sendMessage", { chatId: "79000000001@c.us", message: "Later" }]]);
  });

  test.each([quotaExceeded(), { typeWebhook: "later", instanceData: {} }, { ...incoming, senderData: { chatId: "" } }])(
    "refuses what belongs to no chat: %#",
    async (notification) => {
      const { client } = await startApi();
      expect(() => replyTo(client, notification as never)).toThrow(
        new TypeError("Cannot reply to the notification: it belongs to no chat"),
      );
    },
  );

  const a = (length: number) => "a".repeat(length);
  const yesOrNo = [yes, { buttonId: "no", buttonText: "No" }];
  test.each<[string | undefined, string, (reply: Reply) => Promise<unknown>, string | undefined]>([
    ["whatsapp", "20,000 characters", (reply) => reply.text(a(20_000)), undefined],
    ["whatsapp", "20,000 emoji", (reply) => reply.text("🍲".repeat(20_000)), undefined],
    ["whatsapp", "20,001 characters", (reply) => reply.text(a(20_001)), '"message" must be at most 20000 characters long on WhatsApp'],
    ["whatsapp", "20,001 emoji", (reply) => reply.text("🍲".repeat(20_001)), "at most 20000"],
    ["whatsapp", "8 MiB", (reply) => reply.text(a(2 ** 23)), "at most 20000"],
    ["telegram", "20,001 characters", (reply) => reply.text(a(20_001)), "on Telegram"],
    ["v3", "4,000 characters", (reply) => reply.text(a(4_000)), undefined],
    ["v3", "4,001 characters", (reply) => reply.text(a(4_001)), '"message" must be at most 4000 characters long on MAX'],
    [undefined, "20,001 characters, unchecked", (reply) => reply.text(a(20_001)), undefined],
    ["later", "20,001 characters, unchecked", (reply) => reply.text(a(20_001)), undefined],
    ["whatsapp", "a long caption, unchecked", (reply) => reply.file("https://x.example/a.pdf", { caption: a(20_001) }), undefined],
    ["telegram", "a long caption", (reply) => reply.file("https://x.example/a.pdf", { caption: a(20_001) }), '"caption" must be at most'],
    ["telegram", "a long caption, uploaded", (reply) => reply.file(new Uint8Array(1), { caption: a(20_001) }), '"caption" must be at most'],
    ["whatsapp", "buttons", (reply) => reply.buttons("?", yesOrNo), undefined],
    ["telegram", "buttons", (reply) => reply.buttons("?", yesOrNo), "Telegram has no buttons"],
    ["v3", "buttons with a URL", (reply) => reply.buttons("?", [url]), "MAX has no buttons"],
    ["whatsapp", "four buttons", (reply) => reply.buttons("?", [...yesOrNo, ...yesOrNo]), '"buttons" must be'],
    ["whatsapp", "one option", (reply) => reply.poll("?", ["a"]), '"options" must be'],
    ["whatsapp", "a URL without a name", (reply) => reply.file("https://x.example"), '"fileName" must be given'],
    ["whatsapp", "no URL", (reply) => reply.file("menu.pdf"), '"fileName" must be given'],
    ["whatsapp", "no bytes", (reply) => reply.file(new Uint8Array()), '"file" must be'],
  ])("on %s: %s", async (typeInstance, _, send, refusal) => {
    const { api, client } = await startApi();
    const notification = { ...incoming, instanceData: { ...incoming.instanceData, typeInstance } };
    const result = await send(replyTo(client, notification as IncomingMessageReceived)).catch((error: unknown) => error);
    if (refusal === undefined) expect(result).toMatchObject({ idMessage: sent.idMessage });
    else expect(result).toMatchObject({ name: "ApiValidationError", message: expect.stringContaining(refusal) as string });
    expect(api.calls).toHaveLength(refusal === undefined ? 1 : 0);
    expect(secretsIn(everythingIn(result))).toEqual([]);
  });

  test("is never retried, and ends with its signal", async () => {
    const api = await startLocalApi((_, response) => response.writeHead(503).end("{}"));
    const reply = replyTo(clientOf(api.url), incoming);
    expect(await rejectionOf(reply.text("Soup"))).toMatchObject({ name: "ApiServerError" });
    expect(await rejectionOf(reply.buttons("?", yesOrNo))).toMatchObject({ name: "ApiServerError" });
    expect(api.calls).toHaveLength(2);
    const reason = new Error("over");
    expect(await rejectionOf(reply.text("Soup", { signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(api.calls).toHaveLength(2);
  });
});

describe("chat ids and phone numbers", () => {
  test.each<[string | number, string]>([
    ["79000000001", "79000000001@c.us"],
    [79000000001, "79000000001@c.us"],
    ["+7 (900) 000-00-01", "79000000001@c.us"],
    [" +49 30/1234567\n", "49301234567@c.us"],
    ["+1.212.555\u20110100", "12125550100@c.us"],
    ["6834000", "6834000@c.us"],
  ])("toChatId(%o)", (phone, expected) => {
    expect(toChatId(phone)).toBe(expected);
    expect(phoneOf(expected)).toBe(expected.replace("@c.us", ""));
  });

  test.each([
    "",
    "+",
    "0049301234567",
    "089123456",
    "123456",
    "1234567890123456",
    "79000000001@c.us",
    "7900000000a",
    "٧٩٠٠٠٠٠٠٠٠١",
    -79000000001,
    7.5,
    Number.NaN,
    79000000001n,
    null,
    undefined,
    {},
  ])("toChatId(%o) throws, without the value", (phone) => {
    expect(() => toChatId(phone as string)).toThrow(
      new TypeError("Cannot make a chat id: a phone number must have 7 to 15 digits and begin with its country code"),
    );
  });

  test.each([
    "120363043968066561@g.us",
    "79000000000-1480000000@g.us",
    "123456789012@lid",
    "status@broadcast",
    "10000000",
    "-1001234567890",
    "10000000000@c.us",
    "0@c.us",
    "",
    "79000000001@c.us ",
  ])("phoneOf(%o) is undefined", (id) => expect(phoneOf(id)).toBeUndefined());

  test.each<[object, "whatsapp" | "telegram" | "max" | undefined, string | undefined]>([
    [{ existsWhatsapp: true }, undefined, "79000000001@c.us"],
    [{ existsWhatsapp: true, chatId: "123@lid" }, "whatsapp", "123@lid"],
    [{ existsWhatsapp: false, chatId: null }, undefined, undefined],
    [{ exist: true, chatId: "10000000" }, "telegram", "10000000"],
    [{ exist: true, chatId: 10000000 }, "max", "10000000"],
    [{ exist: true, chatId: null }, "max", undefined],
    [{ exist: false, chatId: "" }, "telegram", undefined],
  ])("resolveChatId(): %o, on %s", async (result, messenger, expected) => {
    const { api, client } = await startApi(result);
    expect(await resolveChatId(client, "+7 900 000-00-01", { messenger })).toBe(expected);
    const onWhatsapp = messenger === undefined || messenger === "whatsapp";
    expect(api.calls.map(seen)).toEqual([
      onWhatsapp ? ["checkWhatsapp", { chatId: "79000000001@c.us" }] : ["checkAccount", { phoneNumber: 79000000001 }],
    ]);
  });

  test.each<[string, object, string | undefined, string | undefined]>([
    ["79000000001@c.us", {}, undefined, "79000000001"],
    ["120363043968066561@g.us", {}, undefined, undefined],
    ["-1001234567890", {}, undefined, undefined],
    ["status@broadcast", {}, undefined, undefined],
    ["123@lid", { existsWhatsapp: true, phoneNumber: 79000000001 }, "checkWhatsapp", "79000000001"],
    ["123@lid", { existsWhatsapp: true, phoneNumber: null, chatId: "79000000001@c.us" }, "checkWhatsapp", "79000000001"],
    ["123@lid", { existsWhatsapp: true, chatId: "123@lid" }, "checkWhatsapp", undefined],
    ["10000000", { phoneNumber: 79000000001 }, "getContactInfo", "79000000001"],
    ["10000000", { phoneNumber: 0 }, "getContactInfo", undefined],
    ["10000000", {}, "getContactInfo", undefined],
  ])("resolvePhone(%o): %o", async (id, result, method, expected) => {
    const { api, client } = await startApi(result);
    expect(await resolvePhone(client, id)).toBe(expected);
    expect(api.calls.map(seen)).toEqual(method === undefined ? [] : [[method, { chatId: id }]]);
  });

  type Call = (client: ApiClient, id: never) => Promise<unknown>;
  const calls: readonly [string, Call][] = [
    ["chatId", (client, id) => client.sendMessage({ chatId: id, message: "Hello" })],
    ["chatId", (client, id) => client.getContactInfo({ chatId: id })],
    ["chatIdFrom", (client, id) => client.forwardMessages({ chatId, chatIdFrom: id, messages: ["A"] })],
    ["participantChatId", (client, id) => client.addGroupParticipant({ groupId: "1@g.us", participantChatId: id })],
    ["chatIds", (client, id) => client.createGroup({ groupName: "Group", chatIds: [chatId, id] })],
    ["participants", (client, id) => client.sendTextStatus({ message: "Hello", participants: [id] })],
  ];
  const { phone } = canary;

  test.each(calls)("a phone number as %s fails before anything is sent, and the error names toChatId: %#", async (key, call) => {
    const { api, client } = await startApi({});
    for (const given of [
      `+${phone}`,
      `+${phone.slice(0, 1)} (${phone.slice(1, 4)}) ${phone.slice(4)}`,
      `7 ${phone.slice(1)}`,
      Number(phone),
    ]) {
      const error = await rejectionOf(call(client, given as never));
      expect(error).toMatchObject({ name: "ApiValidationError", key, code: "PHONE_NUMBER" });
      expect(error.message).toContain(`"${key}" must be a chat id, not a phone number: toChatId makes one of it`);
      expect(secretsIn(everythingIn(error))).toEqual([]);
    }
    expect(api.calls).toEqual([]);
  });

  test.each([
    ["whatsapp", phone, true],
    ["telegram", phone, false],
    ["max", phone, false],
    [undefined, phone, false],
    ["telegram", "-1001234567890", false],
    ["whatsapp", chatId, false],
    ["whatsapp", "79000000000-1480000000@g.us", false],
  ] as const)("a client for %s, the chat id %s: refused %s", async (messenger, given, refused) => {
    const { api, client } = await startApi(sent, { messenger });
    const result = await client.sendMessage({ chatId: given, message: "Hello" }).catch((error: Error) => error);
    expect(result).toMatchObject(refused ? { code: "PHONE_NUMBER" } : { idMessage: sent.idMessage });
    expect(api.calls).toHaveLength(refused ? 0 : 1);
  });
});

test("GREEN-API's refusal of a phone number names toChatId too", async () => {
  const body = { statusCode: 400, message: "Validation failed. Details: 'chatId' must be one of the next formats: phone_number@c.us" };
  const api = await startLocalApi((_, response) =>
    response.writeHead(400, { "content-type": "application/json" }).end(JSON.stringify(body)),
  );
  const error = await rejectionOf(clientOf(api.url).sendMessage({ chatId: canary.phone, message: "Hello" }));
  expect(error.message).toMatch(/^Cannot call "sendMessage": GREEN-API refuses the input: .*; toChatId makes a chat id of a phone number$/);
  expect(secretsIn(everythingIn(error))).toEqual([]);
});

test("an avatar has a chat to reply in too, known at run time alone", async () => {
  const { api, client } = await startApi();
  await replyTo(client, contactAvatar() as never).text("Nice");
  expect(api.calls).toHaveLength(1);
});
