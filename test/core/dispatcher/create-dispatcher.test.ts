import { createDispatcher, parseNotification, type DeliveryContext } from "@greenhook/core";
import { describe, expect, test } from "vitest";
import { textMessage } from "../../support/notifications.ts";

const context: DeliveryContext = {
  id: "1",
  signal: new AbortController().signal,
  receivedAt: new Date(0),
  source: "webhook",
  origin: "webhook",
};

function parsed(value: object) {
  const result = parseNotification(value);
  if (result.kind === "malformed") throw new Error(JSON.stringify(result.issues));
  return result;
}

const message = (messageData: object, typeWebhook = "incomingMessageReceived") => parsed({ ...textMessage(), typeWebhook, messageData });
const status = parsed({
  typeWebhook: "outgoingMessageStatus",
  instanceData: { idInstance: 1 },
  timestamp: 1,
  idMessage: "A",
  status: "read",
});

describe("createDispatcher()", () => {
  test("hands a kind to its handlers, in order of registration", async () => {
    const seen: string[] = [];
    const dispatcher = createDispatcher()
      .onAny(() => void seen.push("any"))
      .on("outgoingMessageStatus", ({ status: value }) => void seen.push(value))
      .on("stateInstanceChanged", () => void seen.push("state"))
      .onAny(() => void seen.push("any again"));
    expect(await dispatcher.deliver(status, context)).toBe("handled");
    expect(seen).toEqual(["any", "read", "any again"]);
  });

  test("resolves to ignored where nothing is registered for it", async () => {
    const dispatcher = createDispatcher().onText(() => undefined);
    expect(await dispatcher.deliver(status, context)).toBe("ignored");
    expect(await dispatcher.deliver(message({ typeMessage: "textMessage", textMessageData: {} }), context)).toBe("ignored");
    expect(await createDispatcher().deliver(parsed({ typeWebhook: "new" }), context)).toBe("ignored");
  });

  test("runs handlers side by side, and waits for all of them before it fails", async () => {
    const seen: string[] = [];
    const { deliver } = createDispatcher()
      .onAny(async () => {
        seen.push("first starts");
        await new Promise((resolve) => setTimeout(resolve, 20));
        seen.push("first ends");
      })
      .onAny(() => {
        seen.push("second");
        throw new Error("second failed");
      });
    await expect(deliver(status, context)).rejects.toThrow("second failed");
    expect(seen).toEqual(["first starts", "second", "first ends"]);
  });

  test("gathers several failures in one AggregateError", async () => {
    const failing = createDispatcher()
      .onAny(() => Promise.reject(new Error("one")))
      .onAny(() => Promise.reject(new Error("two")))
      .onAny(() => undefined);
    const error = await Promise.resolve(failing.deliver(status, context)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AggregateError);
    expect((error as AggregateError).errors.map(String)).toEqual(["Error: one", "Error: two"]);
    expect((error as AggregateError).message).toBe("2 of 3 handlers failed");
  });

  test("onText() receives what users write, and nothing else", async () => {
    const texts: string[] = [];
    const { deliver } = createDispatcher().onText((_, text) => void texts.push(text));
    await deliver(message({ typeMessage: "textMessage", textMessageData: { textMessage: "plain" } }), context);
    await deliver(message({ typeMessage: "extendedTextMessage", extendedTextMessageData: { text: "with a link" } }), context);
    await deliver(
      message({
        typeMessage: "quotedMessage",
        extendedTextMessageData: { text: "a reply" },
        quotedMessage: { stanzaId: "A", participant: "B" },
      }),
      context,
    );
    await deliver(
      message({
        typeMessage: "reactionMessage",
        extendedTextMessageData: { text: "👍" },
        quotedMessage: { stanzaId: "A", participant: "B" },
      }),
      context,
    );
    await deliver(
      message({ typeMessage: "imageMessage", fileMessageData: { downloadUrl: "https://x.example", caption: "a caption" } }),
      context,
    );
    await deliver(message({ typeMessage: "editedMessage", editedMessageData: { textMessage: "an edit", stanzaId: "A" } }), context);
    await deliver(message({ typeMessage: "textMessage", textMessageData: { textMessage: "{{SWE001}}" } }), context);
    await deliver(message({ typeMessage: "textMessage", textMessageData: { textMessage: "sent" } }, "outgoingMessageReceived"), context);
    expect(texts).toEqual(["plain", "with a link", "a reply"]);
  });

  test("onMessage() and onOutgoingMessage() keep directions apart", async () => {
    const seen: string[] = [];
    const { deliver } = createDispatcher()
      .onMessage("textMessage", ({ messageData }) => void seen.push(`in ${messageData.textMessageData.textMessage}`))
      .onOutgoingMessage("textMessage", ({ typeWebhook }) => void seen.push(typeWebhook));
    const data = { typeMessage: "textMessage", textMessageData: { textMessage: "Hello" } };
    for (const typeWebhook of ["incomingMessageReceived", "outgoingMessageReceived", "outgoingAPIMessageReceived"]) {
      await deliver(message(data, typeWebhook), context);
    }
    expect(seen).toEqual(["in Hello", "outgoingMessageReceived", "outgoingAPIMessageReceived"]);
  });

  test.each([
    ["contactsArrayMessage", "ContactsArrayMessage"],
    ["templateButtonsReplyMessage", "templateButtonReplyMessage"],
    ["interactiveButtonsReply", "interactiveButtonReply"],
  ] as const)("onMessage() receives %s and %s, whichever it was registered with", async (one, other) => {
    const seen: string[] = [];
    const { deliver } = createDispatcher()
      .onMessage(one, () => void seen.push("a"))
      .onMessage(other, () => void seen.push("b"));
    for (const typeMessage of [one, other]) await deliver(message({ typeMessage }), context);
    expect(seen).toEqual(["a", "b", "a", "b"]);
  });

  test("onChoice() receives a tap from any device", async () => {
    const ids: unknown[] = [];
    const { deliver } = createDispatcher().onChoice((_, { id }) => void ids.push(id));
    await deliver(
      message({ typeMessage: "buttonsResponseMessage", buttonsResponseMessage: { selectedButtonId: "1", selectedButtonText: "Yes" } }),
      context,
    );
    await deliver(
      message({
        typeMessage: "interactiveButtonsResponse",
        interactiveButtonsResponse: { stanzaId: "A", selectedIndex: 0, selectedId: "2", selectedDisplayText: "Yes" },
      }),
      context,
    );
    await deliver(message({ typeMessage: "textMessage", textMessageData: { textMessage: "Yes" } }), context);
    expect(ids).toEqual(["1", "2"]);
  });

  test("onUnknown() receives unknown kinds alone, with the handlers of onAny()", async () => {
    const seen: string[] = [];
    const { deliver } = createDispatcher()
      .onUnknown(({ typeWebhook }) => void seen.push(`unknown ${typeWebhook}`))
      .onAny(({ kind }) => void seen.push(kind));
    await deliver(parsed({ typeWebhook: "new" }), context);
    await deliver(status, context);
    expect(seen).toEqual(["unknown new", "unknown", "known"]);
  });

  test("an aborted signal removes its handler, and no other", async () => {
    const seen: string[] = [];
    const controller = new AbortController();
    const dispatcher = createDispatcher()
      .onAny(() => void seen.push("removed"), { signal: controller.signal })
      .onAny(() => void seen.push("stays"))
      .onAny(() => void seen.push("never there"), { signal: AbortSignal.abort() });
    await dispatcher.deliver(status, context);
    controller.abort();
    await dispatcher.deliver(status, context);
    expect(seen).toEqual(["removed", "stays", "stays"]);
    expect(dispatcher.registered).toEqual([{ typeWebhook: "*" }]);
  });

  test("lists what is registered", () => {
    const { registered } = createDispatcher()
      .onText(() => undefined)
      .onMessage("pollMessage", () => undefined)
      .onOutgoingMessage("imageMessage", () => undefined)
      .onUnknown(() => undefined);
    expect(registered).toEqual([
      { typeWebhook: "incomingMessageReceived" },
      { typeWebhook: "incomingMessageReceived", typeMessage: "pollMessage" },
      { typeWebhook: "outgoingMessageReceived", typeMessage: "imageMessage" },
      { typeWebhook: "outgoingAPIMessageReceived", typeMessage: "imageMessage" },
      { typeWebhook: "*" },
    ]);
  });

  test.each(["incomingMesage", "constructor", "toString"])("refuses to register for %s", (name) => {
    expect(() => createDispatcher().on(name as "incomingCall", () => undefined)).toThrow(`Cannot register a handler for "${name}"`);
    expect(() => createDispatcher().onMessage(name as "textMessage", () => undefined)).toThrow(`Cannot register a handler for "${name}"`);
  });

  test("finds the handlers of a kind among 200 in no more time than among one", async () => {
    const one = createDispatcher().on("outgoingMessageStatus", () => undefined);
    const many = createDispatcher();
    for (let index = 0; index < 199; index++) many.onMessage("imageMessage", () => undefined);
    many.on("outgoingMessageStatus", () => undefined);
    const time = async ({ deliver }: typeof one): Promise<number> => {
      const started = performance.now();
      for (let index = 0; index < 20_000; index++) await deliver(status, context);
      return performance.now() - started;
    };
    await time(one);
    await time(many);
    const ratios = [];
    for (let round = 0; round < 5; round++) ratios.push((await time(many)) / (await time(one)));
    // A busy machine slows one of the two down now and then, never the same one in every round.
    expect(Math.min(...ratios)).toBeLessThan(1.5);
  });
});

describe("deliver(), called by hand", () => {
  test("takes a notification as it is, and makes up a context", async () => {
    const seen: [string, DeliveryContext][] = [];
    const dispatcher = createDispatcher().onText((_, text, given) => void seen.push([text, given]));
    expect(await dispatcher.deliver(textMessage("menu"))).toBe("handled");
    expect(seen).toMatchObject([["menu", { source: "direct", origin: "direct", receivedAt: expect.any(Date) as Date }]]);
    expect(seen[0]![1].signal.aborted).toBe(false);
  });

  test("takes a result of parseNotification(), and hands a whole context on as the same object", async () => {
    const seen: unknown[] = [];
    const dispatcher = createDispatcher().onAny((...delivery) => void seen.push(...delivery));
    const given = parsed(textMessage());
    expect(await dispatcher.deliver(given, context)).toBe("handled");
    expect(seen[0]).toBe(given);
    expect(seen[1]).toBe(context);
  });

  test("fills in what a context lacks", async () => {
    let seen: DeliveryContext | undefined;
    const dispatcher = createDispatcher().onAny((_, given) => void (seen = given));
    await dispatcher.deliver(textMessage(), { source: "queue", attempt: 2 });
    expect(seen).toMatchObject({ source: "queue", origin: "queue", attempt: 2, id: expect.any(String) as string });
  });

  test.each([undefined, null, 1, "text", [], {}, { typeWebhook: 1 }, { kind: "malformed", issues: [], value: 1 }])(
    "rejects %j",
    async (value) => {
      await expect(createDispatcher().deliver(value)).rejects.toThrow(TypeError);
    },
  );

  test("says ignored of an unknown one in a replay that only onAny saw", async () => {
    const dispatcher = createDispatcher().onAny(() => undefined);
    const unknown = { typeWebhook: "later", instanceData: { idInstance: 1 } };
    expect(await dispatcher.deliver(unknown)).toBe("handled");
    expect(await dispatcher.deliver(unknown, { source: "replay" })).toBe("ignored");
    expect(await dispatcher.onUnknown(() => undefined).deliver(unknown, { source: "replay" })).toBe("handled");
  });
});
