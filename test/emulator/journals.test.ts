import { allFlagsOn } from "@greenhook/emulator";
import { asOutgoing, deletedMessage, editedMessage, imageMessage, incomingCall, textMessage } from "@greenhook/emulator/notifications";
import { describe, expect, test } from "vitest";
import { callApi, startEmulator } from "./start-emulator.ts";

const chatId = "79000000001@c.us";

describe("createEmulator() journals", () => {
  test("list messages of the phone and of the API, newest first, with their latest status, whatever the flags say", async () => {
    const { clock, emulator } = await startEmulator();
    const instance = emulator.addInstance();
    emulator.notify(instance.idInstance, textMessage({ text: "A", idMessage: "A" }));
    await clock.advance(1_000);
    const sent = await callApi(instance, "POST", "sendMessage", { body: { chatId, message: "B" } });
    const { idMessage } = sent.json as { idMessage: string };
    expect((await callApi(instance, "POST", "getMessage", { body: { chatId, idMessage } })).json).toMatchObject({
      statusMessage: "pending",
    });
    await clock.advance(2_000);
    emulator.notify(instance.idInstance, asOutgoing(textMessage({ text: "C", idMessage: "C" })));
    emulator.notify(instance.idInstance, textMessage({ chatId: "79000000002@c.us" }));
    expect(emulator.waiting(instance.idInstance)).toBe(0);
    expect((await callApi(instance, "POST", "getChatHistory", { body: { chatId } })).json).toMatchObject([
      { type: "outgoing", idMessage: "C", textMessage: "C", sendByApi: false },
      { type: "outgoing", idMessage, typeMessage: "extendedTextMessage", textMessage: "B", sendByApi: true, statusMessage: "delivered" },
      { type: "incoming", idMessage: "A", typeMessage: "textMessage", textMessage: "A", senderId: chatId, chatId },
    ]);
    await clock.advance(1_000);
    const two = await callApi(instance, "POST", "getChatHistory", { body: { chatId, count: 2 } });
    expect(two.json).toHaveLength(2);
  });

  test("list the last minutes, each direction apart", async () => {
    const { clock, emulator } = await startEmulator({ rateLimits: false });
    const instance = emulator.addInstance();
    emulator.notify(instance.idInstance, textMessage({ idMessage: "A" }));
    await clock.advance(120_000);
    emulator.notify(instance.idInstance, textMessage({ idMessage: "B" }));
    emulator.notify(instance.idInstance, asOutgoing(textMessage({ idMessage: "C" })));
    emulator.notify(instance.idInstance, incomingCall({ idMessage: "D" }));
    emulator.notify(instance.idInstance, incomingCall({ idMessage: "D", status: "hungUp" }));
    const ids = async (method: string, rest = ""): Promise<string[]> => {
      const { json } = await callApi(instance, "GET", method, { rest });
      return (json as { idMessage: string }[]).map(({ idMessage }) => idMessage);
    };
    expect(await ids("lastIncomingMessages")).toEqual(["B", "A"]);
    expect(await ids("lastIncomingMessages", "?minutes=1")).toEqual(["B"]);
    expect(await ids("lastOutgoingMessages")).toEqual(["C"]);
    expect((await callApi(instance, "GET", "lastIncomingCalls")).json).toMatchObject([
      { type: "incoming", idMessage: "D", chatId, status: "hungUp" },
    ]);
    expect(await ids("lastOutgoingCalls")).toEqual([]);
  });

  test("mark edited and deleted messages, and have the address of a file", async () => {
    const { emulator } = await startEmulator({ rateLimits: false });
    const instance = emulator.addInstance({ settings: allFlagsOn });
    emulator.notify(instance.idInstance, textMessage({ idMessage: "A" }));
    emulator.notify(instance.idInstance, editedMessage({ idMessage: "B", stanzaId: "A", text: "New" }));
    emulator.notify(instance.idInstance, imageMessage({ idMessage: "C", caption: "Look" }));
    emulator.notify(instance.idInstance, deletedMessage({ idMessage: "D", stanzaId: "C" }));
    const row = async (idMessage: string): Promise<unknown> =>
      (await callApi(instance, "POST", "getMessage", { body: { chatId, idMessage } })).json;
    expect(await row("A")).toMatchObject({ isEdited: true, isDeleted: false, editedMessageId: "" });
    expect(await row("B")).toMatchObject({ editedMessageId: "A", textMessage: "New" });
    expect(await row("C")).toMatchObject({ isDeleted: true, caption: "Look", fileName: "menu.jpeg", typeMessage: "imageMessage" });
    expect(await row("D")).toMatchObject({ deletedMessageId: "C" });
    const download = (idMessage: string): ReturnType<typeof callApi> =>
      callApi(instance, "POST", "downloadFile", { body: { chatId, idMessage } });
    expect((await download("C")).json).toEqual({ downloadUrl: "https://files.example.com/menu.jpeg" });
    expect(await download("A")).toMatchObject({ status: 400, json: { message: "The message has no file" } });
    expect(await download("X")).toMatchObject({ status: 400 });
    expect(await callApi(instance, "POST", "getMessage", { body: { chatId: "1@c.us", idMessage: "A" } })).toMatchObject({ status: 400 });
    expect(await callApi(instance, "POST", "getChatHistory", { body: { chatId, count: 0 } })).toMatchObject({ status: 400 });
  });
});
