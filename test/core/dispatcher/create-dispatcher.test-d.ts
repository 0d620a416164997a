import { chatOf, createDispatcher, type Command, type DispatchResult } from "@greenhook/core";
import { expectTypeOf } from "vitest";

createDispatcher()
  .onMessage("imageMessage", ({ messageData }) => expectTypeOf(messageData.fileMessageData.downloadUrl).toEqualTypeOf<string | undefined>())
  .onOutgoingMessage("textMessage", ({ typeWebhook }) =>
    expectTypeOf(typeWebhook).toEqualTypeOf<"outgoingMessageReceived" | "outgoingAPIMessageReceived">(),
  )
  .onText((notification, text) => {
    expectTypeOf(text).toEqualTypeOf<string>();
    expectTypeOf(notification.typeWebhook).toEqualTypeOf<"incomingMessageReceived">();
  })
  .on("outgoingMessageStatus", ({ idMessage }) => expectTypeOf(idMessage).toEqualTypeOf<string | undefined>())
  // A handler may be async and return what it likes.
  .on("stateInstanceChanged", async ({ stateInstance }) => stateInstance.length);

// @ts-expect-error a misspelt typeWebhook
createDispatcher().on("incomingMesageReceived", () => undefined);

// @ts-expect-error a misspelt typeMessage
createDispatcher().onMessage("imageMesage", () => undefined);

// @ts-expect-error a field of another kind
createDispatcher().on("incomingCall", ({ stateInstance }) => stateInstance);

// @ts-expect-error a field of another type of message
createDispatcher().onMessage("imageMessage", ({ messageData }) => messageData.textMessageData);

// Either spelling of a type that has two is the same handler.
createDispatcher().onMessage("interactiveButtonReply", ({ messageData }) =>
  expectTypeOf(messageData.typeMessage).toEqualTypeOf<"interactiveButtonsReply" | "interactiveButtonReply">(),
);

// @ts-expect-error what isn't known has an envelope, no notification
createDispatcher().onUnknown((unknown) => unknown.notification);

// @ts-expect-error known or not is to be asked first
createDispatcher().onAny((parsed) => parsed.notification);

createDispatcher()
  .onText("menu", (_, text) => expectTypeOf(text).toEqualTypeOf<string>())
  .onText(["menu", "soup"] as const, (_, text) => expectTypeOf(text).toEqualTypeOf<string>())
  .onText(/a/, (notification, match) => {
    expectTypeOf(match).toEqualTypeOf<RegExpExecArray>();
    expectTypeOf(chatOf(notification)).toEqualTypeOf<string>();
  })
  .onText([/a/, /b/], (_, { groups }) => expectTypeOf(groups).toEqualTypeOf<Record<string, string> | undefined>())
  .onText(["menu", /a/], (_, match) => expectTypeOf(match).toEqualTypeOf<string | RegExpExecArray>())
  .onText(/a/ as string | RegExp, (_, match) => expectTypeOf(match).toEqualTypeOf<string | RegExpExecArray>())
  .onText((_, text) => expectTypeOf(text).toEqualTypeOf<string>(), { otherwise: true })
  .onText(/a/, (_, match) => expectTypeOf(match).toEqualTypeOf<RegExpExecArray>(), {
    otherwise: true,
    signal: new AbortController().signal,
  })
  .onCommand("/start", (_, command) => expectTypeOf(command).toEqualTypeOf<Command>(), { bot: "my_bot" })
  .use(async (parsed, { signal }, next) => {
    expectTypeOf(parsed.kind).toEqualTypeOf<"known" | "unknown">();
    expectTypeOf(signal).toEqualTypeOf<AbortSignal>();
    expectTypeOf(await next()).toEqualTypeOf<DispatchResult>();
  });

// @ts-expect-error a pattern without a handler
createDispatcher().onText("menu");

// @ts-expect-error a number is no pattern
createDispatcher().onText(7, () => undefined);

// @ts-expect-error a match of a list with texts in it may be a text
createDispatcher().onText(["menu", /a/], (_, match) => match.groups);

// @ts-expect-error otherwise is for texts
createDispatcher().onCommand("/start", () => undefined, { otherwise: true });

// @ts-expect-error next takes nothing
createDispatcher().use((parsed, _, next) => next(parsed));
