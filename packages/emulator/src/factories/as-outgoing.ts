import type { IncomingMessageReceived, MessageData, OutgoingAPIMessageReceived, OutgoingMessageReceived } from "@greenhook/core/types";

/** The same message, sent from the account's phone. */
export function asOutgoing<Data extends MessageData>(message: IncomingMessageReceived<Data>): OutgoingMessageReceived<Data> {
  const { wid: sender = "79000000000@c.us" } = message.instanceData;
  return { ...message, typeWebhook: "outgoingMessageReceived", senderData: { ...message.senderData, sender, senderName: "Shop" } };
}

/** The same message, sent through the API. */
export function asOutgoingApi<Data extends MessageData>(message: IncomingMessageReceived<Data>): OutgoingAPIMessageReceived<Data> {
  return { ...asOutgoing(message), typeWebhook: "outgoingAPIMessageReceived" };
}
