import { createDispatcher, createReceiver, parseNotification, withoutDuplicates, type DeliveryContext } from "@greenhook/core";
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

describe("onText() with a pattern", () => {
  test.each<[string | RegExp | (string | RegExp)[], string, unknown]>([
    ["menu", "menu", "menu"],
    ["menu", "  MeNu\n", "  MeNu\n"],
    [" Menu ", "menu", "menu"],
    ["menu", `${" ".repeat(99)}menu`, `${" ".repeat(99)}menu`],
    ["menu", "the menu", undefined],
    ["меню", "МЕНЮ", "МЕНЮ"],
    ["straße", "STRASSE", "STRASSE"],
    ["σας", "ΣΑΣ", "ΣΑΣ"],
    ["caf\u00e9", "cafe\u0301", "cafe\u0301"],
    ["a\0b", "A\0B", "A\0B"],
    ["a", "a\0", undefined],
    [/order (\d+)/, "my order 7, please", ["order 7", "7"]],
    [/^menu$/, " menu", undefined],
    [/menu/, "MENU", undefined],
    [/menu/i, "MENU", ["MENU"]],
    [/b/y, "ab", undefined],
    [/\0/, "a\0b", ["\0"]],
    [["start", /^sto(p)/i, /stop/i], "STOP", ["STOP", "P"]],
    [["start", "stop"], "Stop", "Stop"],
    [["start", /stop/], "go", undefined],
    [[], "", undefined],
  ])("%o, of %o: %o", async (pattern, text, expected) => {
    const matches: unknown[] = [];
    const { deliver } = createDispatcher().onText(pattern, (notification, match) => void matches.push(match, notification.idMessage));
    const written = textMessage(text || "anything");
    expect(await deliver(written)).toBe(expected === undefined ? "ignored" : "handled");
    const found: unknown = typeof matches[0] === "string" ? matches[0] : matches[0] && [...(matches[0] as RegExpExecArray)];
    expect([found, matches[1]]).toEqual([expected, expected === undefined ? undefined : written.idMessage]);
  });

  test.each(["g", "y", "gy", "dgi"])(
    "a RegExp with the flags %s finds the same each time, and its lastIndex stays as it was",
    async (flags) => {
      const pattern = new RegExp("a", flags);
      pattern.lastIndex = 5;
      const found: [string, number, boolean][] = [];
      const { deliver } = createDispatcher().onText(pattern, (_, match) => void found.push([match.input, match.index, "indices" in match]));
      for (const text of ["ab", "ab", "ac"]) await deliver(textMessage(text));
      const hasIndices = flags.includes("d");
      expect(found).toEqual(["ab", "ab", "ac"].map((text) => [text, 0, hasIndices]));
      expect(pattern.lastIndex).toBe(5);
    },
  );

  test("a RegExp of a class of its own stays of that class, and may be frozen", async () => {
    let searches = 0;
    class Counting extends RegExp {
      override exec(text: string): RegExpExecArray | null {
        searches += 1;
        return super.exec(text);
      }
    }
    const { deliver } = createDispatcher().onText(Object.freeze(new Counting("a", "g")), () => undefined);
    expect(await deliver(textMessage("a"))).toBe("handled");
    expect(searches).toBe(1);
  });

  test("every handler that matches runs, in order of registration, beside those without a pattern", async () => {
    const seen: string[] = [];
    const { deliver } = createDispatcher()
      .onAny(() => void seen.push("any"))
      .onText(/m/, () => void seen.push("m"))
      .onText("menu", () => void seen.push("menu"))
      .onText("soup", () => void seen.push("soup"))
      .onText((_, text) => void seen.push(`text ${text}`))
      .onMessage("textMessage", () => void seen.push("message"));
    await deliver(textMessage("menu"));
    expect(seen).toEqual(["any", "m", "menu", "text menu", "message"]);
  });

  test("otherwise: only where no pattern and no command matched, and another such one doesn't count", async () => {
    const seen: string[] = [];
    const { deliver } = createDispatcher()
      .onText((_, text) => void seen.push(`else ${text}`), { otherwise: true })
      .onText(/\?$/, (_, { input }) => void seen.push(`asked ${input}`), { otherwise: true })
      .onText((_, text) => void seen.push(`all ${text}`))
      .onCommand("/start", () => void seen.push("command"))
      .onText("menu", () => void seen.push("pattern"))
      .onText("never", () => void seen.push("removed"), { signal: AbortSignal.abort() });
    for (const text of ["menu", "/start", "never", "why?"]) await deliver(textMessage(text));
    await deliver(message({ typeMessage: "imageMessage", fileMessageData: { downloadUrl: "https://x.example", caption: "menu" } }));
    expect(seen).toEqual([
      "all menu",
      "pattern",
      "all /start",
      "command",
      "else never",
      "all never",
      "else why?",
      "asked why?",
      "all why?",
    ]);
  });

  test("a pattern that throws is a handler that fails: the others run, but for those of otherwise", async () => {
    const seen: string[] = [];
    class Throwing extends RegExp {
      override exec(): never {
        throw new RangeError("too deep");
      }
    }
    const { deliver } = createDispatcher()
      .onText((_, text) => void seen.push(text))
      .onText(new Throwing("a"), () => void seen.push("never"))
      .onText(() => void seen.push("otherwise"), { otherwise: true });
    await expect(deliver(textMessage("a"))).rejects.toThrow("too deep");
    expect(seen).toEqual(["a"]);
  });

  test.each([
    ["", "a pattern must be"],
    [" \n", "a pattern must be"],
    [["menu", ""], "a pattern must be"],
    [7, "a pattern must be"],
    [null, "a pattern must be"],
    [undefined, "a pattern must be"],
    [{}, "a pattern must be"],
  ])("refuses the pattern %o", (pattern, message) => {
    expect(() => createDispatcher().onText(pattern as string, () => undefined)).toThrow(message);
  });

  test.each([
    ["of one word", "İß".repeat(2 ** 22)],
    ["of @", "@".repeat(2 ** 23)],
    ["of blanks", `${" ".repeat(2 ** 23)}a`],
    ["of short words", "a ".repeat(2 ** 22)],
  ])("a text of 8 MiB %s is compared with 400 patterns in little more time than with two", async (_, text) => {
    const written = parsed(textMessage(text));
    const time = async (handlers: number): Promise<number> => {
      const dispatcher = createDispatcher();
      for (let index = 0; index < handlers; index++)
        dispatcher.onText(`text ${index}`, () => undefined).onCommand(`/command${index}`, () => undefined);
      const started = performance.now();
      expect(await dispatcher.deliver(written, context)).toBe("ignored");
      return performance.now() - started;
    };
    const one = await time(1);
    expect(await time(200)).toBeLessThan(10 * one + 200);
  });
});

describe("onCommand()", () => {
  test.each<[string | string[], string, object | undefined]>([
    ["/start", "/start", { name: "/start", bot: undefined, text: "", words: [] }],
    ["/start", " /START  now \n please ", { name: "/start", bot: undefined, text: "now \n please", words: ["now", "please"] }],
    ["/start", "/start@My_bot now", { name: "/start", bot: "My_bot", text: "now", words: ["now"] }],
    ["/start", "/start@", { name: "/start", bot: "", text: "", words: [] }],
    ["/start", "/start\u00a0now", { name: "/start", bot: undefined, text: "now", words: ["now"] }],
    ["/start", "/start@a@b", { name: "/start", bot: "a@b", text: "", words: [] }],
    ["/start", "/starting", undefined],
    ["/start", "/start, now", undefined],
    ["/start", "please /start", undefined],
    ["/start", "start", undefined],
    ["/start", "@/start", undefined],
    ["/Старт", "/СТАРТ сейчас", { name: "/Старт", bot: undefined, text: "сейчас", words: ["сейчас"] }],
    ["/caf\u00e9", "/CAFE\u0301@bot", { name: "/caf\u00e9", bot: "bot", text: "", words: [] }],
    ["🍲", "🍲 2", { name: "🍲", bot: undefined, text: "2", words: ["2"] }],
    ["/start", "/start \0", { name: "/start", bot: undefined, text: "\0", words: ["\0"] }],
    [["/help", "!help"], "!HELP me", { name: "!help", bot: undefined, text: "me", words: ["me"] }],
  ])("%o, of %o", async (name, text, expected) => {
    const commands: unknown[] = [];
    const { deliver } = createDispatcher().onCommand(name, (_, command) => void commands.push(command));
    expect(await deliver(textMessage(text))).toBe(expected === undefined ? "ignored" : "handled");
    expect(commands).toEqual(expected === undefined ? [] : [expected]);
  });

  test("with a bot: one that is addressed to another bot is not for it", async () => {
    const seen: unknown[] = [];
    const { deliver } = createDispatcher()
      .onCommand("/start", (_, { bot }) => void seen.push(bot), { bot: "@My_Bot" })
      .onText((_, text) => void seen.push(text), { otherwise: true });
    for (const text of ["/start", "/start@my_bot", "/start@other_bot", "/start@"]) await deliver(textMessage(text));
    expect(seen).toEqual([undefined, "my_bot", "/start@other_bot", "/start@"]);
  });

  test.each([[""], [" "], ["/a b"], ["/start@bot"], [undefined], [null], [7], [["/a", ""]]])("refuses the name %o", (name) => {
    expect(() => createDispatcher().onCommand(name as string, () => undefined)).toThrow("a command must be one word");
  });
});

describe("use()", () => {
  test("wraps each delivery once, in order of registration, with the delivery's own objects", async () => {
    const seen: unknown[] = [];
    const given = parsed(textMessage("menu"));
    const dispatcher = createDispatcher()
      .onText(() => void seen.push("one"))
      .use(async (delivered, its, next) => {
        seen.push("outer in", delivered === given, its === context);
        seen.push(`outer out ${await next()}`);
      })
      .onText((_, __, its) => void seen.push("two", its === context))
      .use((_, __, next) => {
        seen.push("inner in");
        return next();
      });
    expect(await dispatcher.deliver(given, context)).toBe("handled");
    expect(seen).toEqual(["outer in", true, true, "inner in", "one", "two", true, "outer out handled"]);
    expect(dispatcher.registered).toHaveLength(2);
  });

  test("runs for what has no handler, and for what isn't known", async () => {
    const seen: unknown[] = [];
    const { deliver } = createDispatcher().use(async ({ kind }, _, next) => void seen.push(kind, await next()));
    expect(await deliver(status, context)).toBe("ignored");
    expect(await deliver({ typeWebhook: "later", instanceData: { idInstance: 1 } })).toBe("ignored");
    expect(seen).toEqual(["known", "ignored", "unknown", "ignored"]);
  });

  type Given = Parameters<Parameters<ReturnType<typeof createDispatcher>["use"]>[0]>;
  const failing = (): Promise<never> => Promise.reject(new Error("handler failed"));
  const later = () => new Promise((resolve) => setTimeout(resolve, 5));
  const lateFailure = () => later().then(failing);

  test.each<[string, (...given: Given) => unknown, () => unknown, string]>([
    ["without next", () => undefined, () => undefined, "ignored"],
    ["without next, what it returns counts", () => "handled", () => undefined, "handled"],
    ["what else it returns is dropped", async (_, __, next) => (await next(), "stored"), () => undefined, "handled"],
    ["it may say ignored", async (_, __, next) => (await next(), "ignored"), () => undefined, "ignored"],
    ["it throws", () => Promise.reject(new Error("middleware failed")), () => undefined, "Error: middleware failed"],
    ["a handler fails", (_, __, next) => next(), failing, "Error: handler failed"],
    ["it catches the error", (_, __, next) => next().catch(() => undefined), failing, "handled"],
    ["it doesn't await next", (_, __, next) => void next(), later, "handled"],
    ["it doesn't await what fails", (_, __, next) => void next(), lateFailure, "Error: handler failed"],
    [
      "it throws while handlers run",
      (_, __, next) => {
        void next();
        throw new Error("middleware failed");
      },
      lateFailure,
      "Error: middleware failed",
    ],
    ["next twice", async (_, __, next) => (await next(), next()), () => undefined, "Error: Cannot call next: it was called before"],
    ["next twice at once", (_, __, next) => Promise.all([next(), next()]), later, "Error: Cannot call next: it was called before"],
  ])("%s", async (_, middleware, handler, expected) => {
    let ran = 0;
    let ended = 0;
    const { deliver } = createDispatcher()
      .use(middleware)
      .onAny(async () => {
        ran += 1;
        await Promise.resolve(handler()).finally(() => (ended += 1));
      });
    expect(await deliver(status, context).catch(String)).toBe(expected);
    // Whatever the middleware does, no handler runs twice, and none is left running.
    expect(ran).toBeLessThanOrEqual(1);
    expect(ended).toBe(ran);
  });

  test("next can't be called once its middleware has ended", async () => {
    let kept: (() => Promise<unknown>) | undefined;
    const { deliver } = createDispatcher()
      .use((_, __, next) => void (kept = next))
      .onAny(() => undefined);
    expect(await deliver(status, context)).toBe("ignored");
    expect(kept).toThrow("Cannot call next: its middleware has ended");
  });

  test("is removed by its signal, the same function registered twice once", async () => {
    let calls = 0;
    const count = (_: unknown, __: unknown, next: () => unknown): unknown => {
      calls += 1;
      return next();
    };
    const controller = new AbortController();
    const dispatcher = createDispatcher().use(count).use(count, { signal: controller.signal }).use(count, { signal: AbortSignal.abort() });
    await dispatcher.deliver(status, context);
    controller.abort();
    await dispatcher.deliver(status, context);
    expect(calls).toBe(3);
  });

  test("what it keeps from the handlers is ignored, and a dead letter if it differs too much from its kind", async () => {
    const letters: string[] = [];
    const dispatcher = createDispatcher()
      .use(() => undefined)
      .onAny(() => undefined)
      .onUnknown(() => undefined);
    const receiver = createReceiver({ deliver: dispatcher, quarantine: ({ code }) => void letters.push(code) });
    const receive = async (value: object) => (await receiver.receive({ body: { kind: "value", value }, source: "webhook" })).outcome;
    expect(await receive(textMessage())).toBe("ignored");
    expect(await receive({ typeWebhook: "later", instanceData: { idInstance: 1 } })).toBe("ignored");
    expect(await receive({ typeWebhook: "incomingCall", instanceData: { idInstance: 1 } })).toBe("quarantined");
    expect(letters).toEqual(["SCHEMA"]);
  });

  test("withoutDuplicates() goes around it: it never sees a duplicate", async () => {
    let calls = 0;
    const deliver = withoutDuplicates(
      createDispatcher()
        .use((_, __, next) => {
          calls += 1;
          return next();
        })
        .onAny(() => undefined),
    );
    const results = [await deliver(status, context), await deliver(status, context)];
    expect([results, calls]).toEqual([["handled", "duplicate"], 1]);
  });
});

test.each(["on", "onMessage", "onText", "onCommand", "onChoice", "onAny", "onUnknown", "use"] as const)(
  "%s() refuses a handler that is no function",
  (name) => {
    const names: Readonly<Record<string, string>> = { on: "incomingCall", onMessage: "textMessage", onText: "menu", onCommand: "/start" };
    const register = createDispatcher()[name] as (...parameters: unknown[]) => unknown;
    expect(() => register(...(names[name] === undefined ? [] : [names[name]]), {})).toThrow(
      "Cannot register a handler: it must be a function",
    );
  },
);

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
