import type { ProductMessage, IncomingMessageReceived } from "@greenhook/core/types";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";
import type { MessageInput } from "./message-input.ts";

/** A product of a catalog; its content is not documented. */
export function productMessage(
  input: MessageInput = {},
  changes?: MessageChanges<ProductMessage>,
): IncomingMessageReceived<ProductMessage> {
  return incomingMessage<ProductMessage>(input, { typeMessage: "productMessage" }, changes);
}
