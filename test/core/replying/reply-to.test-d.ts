// Checked by the "type check of tests": every @ts-expect-error must be an error.
import { createDispatcher, type IncomingMessageReceived, type NotificationByTypeWebhook } from "@greenhook/core";
import { phoneOf, replyTo, toChatId, type ApiClient, type ReplyClient, type SentMessage } from "@greenhook/core/api";
import { expectTypeOf } from "vitest";

declare const client: ApiClient;
declare const message: IncomingMessageReceived;
declare const kinds: NotificationByTypeWebhook;

const reply = replyTo(client, message);
expectTypeOf(
  reply.text("Hello", { quote: true, typingTime: 1_000, linkPreview: false, signal: new AbortController().signal }),
).toEqualTypeOf<Promise<SentMessage>>();
expectTypeOf(replyTo).parameter(0).toEqualTypeOf<ReplyClient>();
expectTypeOf(toChatId(79000000001)).toEqualTypeOf<string>();
expectTypeOf(phoneOf("")).toEqualTypeOf<string | undefined>();

createDispatcher()
  .onText("menu", (incoming) => replyTo(client, incoming).text("Soup"))
  .on("incomingCall", (call) => replyTo(client, call).text("Later"))
  .on("outgoingMessageStatus", (status) => replyTo(client, status).text("Read?"))
  .onUnknown((unknown) => replyTo(client, unknown).text("Pardon?"));

// @ts-expect-error an instance's state belongs to no chat
replyTo(client, kinds.stateInstanceChanged);

// @ts-expect-error a quota belongs to no chat
replyTo(client, kinds.quotaExceeded);

// @ts-expect-error the chat is the notification's
void reply.text("Hello", { chatId: "79000000001@c.us" });

// @ts-expect-error what is quoted is the notification
void reply.text("Hello", { quotedMessageId: "3EB0" });

// @ts-expect-error a button that opens a URL needs one
void reply.buttons("?", [{ type: "url", buttonId: "1", buttonText: "Open" }]);

// @ts-expect-error options are texts
void reply.poll("?", [{ optionName: "a" }]);

// @ts-expect-error previews belong to texts
void reply.location({ latitude: 1, longitude: 1 }, { linkPreview: true });
