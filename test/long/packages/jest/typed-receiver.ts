// ts-jest, in a project of `module: commonjs`.
import { createDispatcher, createWebhookHandler, type TextMessage } from "@greenhook/core";
import { ApiError } from "@greenhook/core/api";
import type { IncomingMessageReceived } from "@greenhook/core/types";
import { textMessage } from "@greenhook/emulator/notifications";
import { toExpressHandler } from "@greenhook/express";

// Jest's globals, without its types.
declare function test(name: string, run: () => Promise<void>): void;
declare function expect(actual: unknown): Record<"toBe" | "toEqual" | "toBeInstanceOf", (expected: unknown) => void>;

test("a dispatcher, typed", async () => {
  const texts: string[] = [];
  const dispatcher = createDispatcher().onText((notification, text) => void texts.push(notification.senderData.chatId, text));
  const hello: IncomingMessageReceived<TextMessage> = textMessage({ text: "hello", chatId: "79000000001@c.us" });
  expect(await dispatcher.deliver(hello)).toBe("handled");
  expect(texts).toEqual(["79000000001@c.us", "hello"]);
  expect(toExpressHandler(createWebhookHandler({ token: "secret", deliver: dispatcher }))).toBeInstanceOf(Function);
  expect(Object.create(ApiError.prototype)).toBeInstanceOf(Error);
});
