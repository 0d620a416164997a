import type { MessageData } from "../messages/message-data.ts";
import type { ObjectSchema } from "../schema/schema.ts";
import { incomingMessageReceivedSchema, type IncomingMessageReceived } from "./incoming-message-received.ts";
import { outgoingAPIMessageReceivedSchema, type OutgoingAPIMessageReceived } from "./outgoing-api-message-received.ts";
import { outgoingMessageReceivedSchema, type OutgoingMessageReceived } from "./outgoing-message-received.ts";

/** Each `typeWebhook` that carries a message, with its notification; `Data` narrows `messageData`. */
export interface MessageNotificationByTypeWebhook<Data extends MessageData = MessageData> {
  /** A message to the account. Setting `incomingWebhook`. */
  incomingMessageReceived: IncomingMessageReceived<Data>;
  /** A message that the account sent from the phone, the web or the desktop. Setting `outgoingMessageWebhook`. */
  outgoingMessageReceived: OutgoingMessageReceived<Data>;
  /** A message that was sent through the API; plain text comes back as `extendedTextMessage`. Setting `outgoingAPIMessageWebhook`. */
  outgoingAPIMessageReceived: OutgoingAPIMessageReceived<Data>;
}

/** The notifications that carry a message: alike but for their `typeWebhook`. */
export type MessageNotification<Data extends MessageData = MessageData> =
  MessageNotificationByTypeWebhook<Data>[keyof MessageNotificationByTypeWebhook];

/**
 * The schema for each of these `typeWebhook` values, with any type of message.
 *
 * @internal
 */
export const messageNotificationTable: {
  readonly [Type in keyof MessageNotificationByTypeWebhook]: ObjectSchema<MessageNotificationByTypeWebhook[Type]>;
} = {
  incomingMessageReceived: incomingMessageReceivedSchema,
  outgoingMessageReceived: outgoingMessageReceivedSchema,
  outgoingAPIMessageReceived: outgoingAPIMessageReceivedSchema,
};

const messageTypeWebhooks: readonly unknown[] = Object.keys(messageNotificationTable);

/** @internal */
export function isMessageTypeWebhook(typeWebhook: unknown): typeWebhook is keyof MessageNotificationByTypeWebhook {
  return messageTypeWebhooks.includes(typeWebhook);
}
