import type { MessageData } from "../messages/message-data.ts";
import type { IncomingMessageReceived } from "./incoming-message-received.ts";
import type { OutgoingAPIMessageReceived } from "./outgoing-api-message-received.ts";
import type { OutgoingMessageReceived } from "./outgoing-message-received.ts";

/** Each `typeWebhook` that carries a message, with its notification; `Data` narrows `messageData`. */
export interface MessageNotificationByTypeWebhook<Data extends MessageData = MessageData> {
  incomingMessageReceived: IncomingMessageReceived<Data>;
  outgoingMessageReceived: OutgoingMessageReceived<Data>;
  outgoingAPIMessageReceived: OutgoingAPIMessageReceived<Data>;
}

/** The notifications that carry a message: alike but for their `typeWebhook`. */
export type MessageNotification<Data extends MessageData = MessageData> =
  MessageNotificationByTypeWebhook<Data>[keyof MessageNotificationByTypeWebhook];
