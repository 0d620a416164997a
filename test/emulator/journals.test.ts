import { createApiClient } from "@greenhook/core/api";
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

const minute = 60_000;
const hour = 60 * minute;

test("after 25 hours without a receiver the queue has lost an hour, and the journals have everything, in the times that it happened at", async () => {
  const dropped: unknown[] = [];
  const times = { journalLagMilliseconds: 2 * minute };
  const { clock, emulator } = await startEmulator({ times, rateLimits: false, onDropped: (_, notification) => dropped.push(notification) });
  const instance = emulator.addInstance({ settings: allFlagsOn });
  const began = clock.now();
  for (let at = 0; at < 300; at++) {
    await clock.advance(5 * minute);
    const message = textMessage({ idMessage: `M${at}`, text: String(at) });
    emulator.notify(instance.idInstance, at % 3 === 0 ? asOutgoing(message) : message, { atClock: true });
    if (at % 10 === 0) emulator.notify(instance.idInstance, incomingCall({ idMessage: `C${at}`, status: "declined" }), { atClock: true });
  }
  const waiting = emulator.waiting(instance.idInstance);
  expect(dropped.length).toBeGreaterThan(11);
  expect(waiting + dropped.length).toBe(330);

  const client = createApiClient(instance);
  const sinceMinutes = { minutes: (26 * hour) / minute };
  const early = await client.lastIncomingMessages(sinceMinutes);
  await clock.advance(2 * minute);
  const [incoming, outgoing, calls] = await Promise.all([
    createApiClient(instance).lastIncomingMessages(sinceMinutes),
    client.lastOutgoingMessages(sinceMinutes),
    client.lastIncomingCalls(sinceMinutes),
  ]);
  expect([early.length, incoming.length, outgoing.length, calls.length]).toEqual([199, 200, 100, 30]);
  expect(incoming.map(({ timestamp }) => timestamp).slice(-2)).toEqual([3, 2].map((at) => (began + at * 5 * minute) / 1_000));
  const ids = [...incoming, ...outgoing, ...calls].map(({ idMessage }) => idMessage);
  expect(ids).toEqual(expect.arrayContaining(dropped.map((notification) => (notification as { idMessage: string }).idMessage)));
});
