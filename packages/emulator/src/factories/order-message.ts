import type { OrderMessage, IncomingMessageReceived } from "@greenhook/core/types";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";
import type { MessageInput } from "./message-input.ts";

/** An order from a catalog; its content is not documented. */
export function orderMessage(input: MessageInput = {}, changes?: MessageChanges<OrderMessage>): IncomingMessageReceived<OrderMessage> {
  return incomingMessage<OrderMessage>(input, { typeMessage: "orderMessage" }, changes);
}
