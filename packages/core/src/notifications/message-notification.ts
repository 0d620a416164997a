import type { MessageData } from "../messages/message-data.ts";
import type { IncomingMessageReceived } from "./incoming-message-received.ts";
import type { OutgoingAPIMessageReceived } from "./outgoing-api-message-received.ts";
import type { OutgoingMessageReceived } from "./outgoing-message-received.ts";

/** The notifications that carry a message: alike but for their `typeWebhook`. */
export type MessageNotification<Data extends MessageData = MessageData> =
  | IncomingMessageReceived<Data>
  | OutgoingMessageReceived<Data>
  | OutgoingAPIMessageReceived<Data>;
