import type { OutgoingAPIMessageReceived, OutgoingMessageReceived } from "@greenhook/core/types";
import { outgoingMessageStatus } from "../factories/outgoing-message-status.ts";
import type { Scenario } from "../scenario.ts";

/** A sent message's status, `delivered`, comes before the message itself: the order of the two is not guaranteed. */
export function statusBeforeMessage(message: OutgoingMessageReceived | OutgoingAPIMessageReceived, afterMilliseconds = 1_000): Scenario {
  const { idMessage, timestamp, senderData } = message;
  const status = outgoingMessageStatus({ idMessage, timestamp, chatId: senderData.chatId, status: "delivered" });
  return [{ notification: status }, { notification: message, afterMilliseconds }];
}
