// Receiver, emulator and API client in one program, for bundlers to make one file of: a text arrives, and calls work or fail as they should.
import { createDispatcher, createWebhookHandler } from "@greenhook/core";
import { ApiAuthorizationError, createApiClient } from "@greenhook/core/api";
import { schemaOf } from "@greenhook/core/schemas";
import { allFlagsOn, createEmulator } from "@greenhook/emulator";
import { textMessage } from "@greenhook/emulator/notifications";
import { startWebhookServer } from "@greenhook/node";

async function converse() {
  let hear;
  const heard = new Promise((resolve) => (hear = resolve));
  const deliver = createDispatcher().onText((_notification, text) => hear(text));
  const server = await startWebhookServer({ port: 0, host: "127.0.0.1", handler: createWebhookHandler({ token: "secret", deliver }) });
  const emulator = await createEmulator();
  const instance = emulator.addInstance({ settings: { ...allFlagsOn, webhookUrl: server.url, webhookUrlToken: "secret" } });
  emulator.notify(instance.idInstance, textMessage({ text: "hello" }));
  const { stateInstance } = await createApiClient(instance).getStateInstance();
  const error = await createApiClient({ ...instance, apiTokenInstance: "wrong" })
    .getStateInstance()
    .catch((reason) => reason);
  const isNotification = schemaOf("incomingMessageReceived").safeParse(textMessage()).success;
  console.log(JSON.stringify({ text: await heard, stateInstance, isRefused: error instanceof ApiAuthorizationError, isNotification }));
  await emulator.close();
  await server.close();
}

void converse();
