import { createDispatcher, createWebhookHandler, parseNotification, textOf, type Notification } from "@greenhook/core";
import { applySettings, createApiClient, requiredSettings, type Settings } from "@greenhook/core/api";
import { contractCases, runContract } from "@greenhook/core/contract";
import { toWebhookRequest } from "@greenhook/core/node-http";
import { jsonSchemaOf, schemaOf } from "@greenhook/core/schemas";
import type { IncomingMessageReceived, TextMessage } from "@greenhook/core/types";
import { webStreamChunks } from "@greenhook/core/web-stream";
import { createEmulator } from "@greenhook/emulator";
import { textMessage } from "@greenhook/emulator/notifications";
import { toExpressHandler } from "@greenhook/express";
import { greenhookPlugin } from "@greenhook/fastify";
import { toFetchHandler } from "@greenhook/fetch";
import { createInbox, itemOf } from "@greenhook/inbox";
import { runInboxContract } from "@greenhook/inbox/contract";
import { createPostgresInbox, fromPg } from "@greenhook/inbox-postgres";
import { inspect } from "@greenhook/inspector";
import { toKoaMiddleware } from "@greenhook/koa";
import { toLambdaHandler } from "@greenhook/lambda";
import { GreenhookModule } from "@greenhook/nestjs";
import { quarantineToDirectory, startWebhookServer, toNodeListener } from "@greenhook/node";
import { observeGreenhook } from "@greenhook/opentelemetry";

const dispatcher = createDispatcher()
  .onText((notification, text) => console.log(notification.senderData.chatId, text.length))
  .on("incomingCall", (notification) => console.log(notification.from))
  .onMessage("imageMessage", (notification) => console.log(notification.messageData.fileMessageData.downloadUrl));
const handler = createWebhookHandler({ token: "secret", deliver: dispatcher, quarantine: quarantineToDirectory("refused") });

export const receive: (request: Request) => Promise<Response> = toFetchHandler(handler);
export const mounted = [toExpressHandler(handler), toKoaMiddleware(handler), toLambdaHandler(handler), toNodeListener(handler)];
export const nestModule: { readonly module: unknown } = GreenhookModule.forRoot({ handler: () => handler });
export const inspector = inspect(handler);
export const stopObserving: () => void = observeGreenhook();
export const others = [greenhookPlugin, toWebhookRequest, webStreamChunks, runContract, contractCases, startWebhookServer, createEmulator];
export const inbox = [createInbox, createPostgresInbox, fromPg, itemOf, runInboxContract];
export const schemas = [schemaOf("incomingCall").parse({}).from, jsonSchemaOf("incomingCall")];
export const sample: IncomingMessageReceived<TextMessage> = textMessage({ text: "hello" });

export async function configure(): Promise<Settings> {
  const client = createApiClient({ apiUrl: "https://1101.api.green-api.com", idInstance: 1101000001, apiTokenInstance: "token" });
  return (await applySettings(client, requiredSettings(dispatcher))).settings;
}

export function textIn(value: unknown): string | undefined {
  const parsed = parseNotification(value);
  const notification: Notification | undefined = parsed.kind === "known" ? parsed.notification : undefined;
  // @ts-expect-error a string that is no kind of notification
  if (notification?.typeWebhook === "incomingCalls") return undefined;
  return notification && textOf(notification);
}
