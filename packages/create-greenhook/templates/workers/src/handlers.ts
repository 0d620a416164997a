import { createDispatcher, type Dispatcher, type IncomingMessageReceived } from "@greenhook/core";

/** Sends a text to the chat of a message. */
export type Reply = (message: IncomingMessageReceived, text: string) => Promise<unknown>;

/**
 * What happens to notifications. They run before the response, and GREEN-API waits for it with the rest of the queue: hand what takes longer than a
 * moment to a queue. One that throws runs again in a minute. A handler may run twice.
 */
export function createHandlers(reply: Reply): Dispatcher {
  return createDispatcher()
    .onCommand("/start", (message) => reply(message, `Hello, ${message.senderData.senderName}!`))
    .onText((message, text) => reply(message, `You said: ${text}`), { otherwise: true })
    .on("stateInstanceChanged", ({ stateInstance }) => console.log("The instance is", stateInstance));
}
