import type { OrderMessage, IncomingMessageReceived } from "@greenhook/core/types";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";
import type { MessageInput } from "./message-input.ts";

/** An order from a catalog. */
export function orderMessage(input: MessageInput = {}, changes?: MessageChanges<OrderMessage>): IncomingMessageReceived<OrderMessage> {
  return incomingMessage<OrderMessage>(
    input,
    {
      typeMessage: "orderMessage",
      orderMessage: {
        orderId: "1200000000000001",
        token: "b3JkZXItdG9rZW4=",
        totalPrice: "250000",
        sellerJid: "79000000001@c.us",
      },
    },
    changes,
  );
}
