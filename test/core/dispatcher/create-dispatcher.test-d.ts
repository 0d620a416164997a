import { createDispatcher } from "@greenhook/core";
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
