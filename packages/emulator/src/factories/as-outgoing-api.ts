import type { IncomingMessageReceived, MessageData, OutgoingAPIMessageReceived } from "@greenhook/core/types";
import { asOutgoing } from "./as-outgoing.ts";

/** The same message sent through the API. */
export function asOutgoingApi<Data extends MessageData>(message: IncomingMessageReceived<Data>): OutgoingAPIMessageReceived<Data> {
  return { ...asOutgoing(message), typeWebhook: "outgoingAPIMessageReceived" };
}
