import { createDispatcher, type Dispatcher, type IncomingMessageReceived } from "@greenhook/core";

/** Sends a text to the chat of a message. */
export type Reply = (message: IncomingMessageReceived, text: string) => Promise<unknown>;

/**
 * What happens to notifications. They are on disk already, so a handler may take its time; one that throws runs again later. A handler may run twice.
 */
export function createHandlers(reply: Reply): Dispatcher {
  return createDispatcher()
    .onCommand("/start", (message) => reply(message, `Hello, ${message.senderData.senderName}!`))
    .onText((message, text) => reply(message, `You said: ${text}`), { otherwise: true })
    .on("stateInstanceChanged", ({ stateInstance }) => console.log("The instance is", stateInstance));
}
