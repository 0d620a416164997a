import type { TypeInstance } from "@greenhook/core";
import type { IncomingMessageReceived, InstanceData, MessageData, Notification, SenderData } from "@greenhook/core/types";
import { idOf } from "./id-of.ts";
import { merge, type Changes } from "./merge.ts";

/** The options of every factory. */
export interface NotificationInput {
  /** @default 7103000001, for Telegram 4100000001, for MAX 3100000001 */
  readonly idInstance?: number;
  /** @default "whatsapp" */
  readonly typeInstance?: TypeInstance;
  /** UNIX seconds. @default 1790000000 */
  readonly timestamp?: number;
}

/** The options of every factory of a message. */
export interface MessageInput extends NotificationInput {
  /** @default an id derived from the options, so that the same call gives the same id, as a redelivery has */
  readonly idMessage?: string;
  /** The chat. One that ends in `@g.us` is a group. @default "79000000001\@c.us", on Telegram and MAX "900000001" */
  readonly chatId?: string;
  /** The author. @default the chat, in a group "79000000001\@c.us" */
  readonly sender?: string;
  /** @default "Anna" */
  readonly senderName?: string;
  /** @default the sender's name, for a group "Neighbours" */
  readonly chatName?: string;
}

/** Changes to a message, at any depth. `undefined` removes a field. */
export type MessageChanges<Data extends MessageData> = Changes<IncomingMessageReceived<Data>>;

/** Makes a notification. The same call gives the same notification. */
export type NotificationFactory<Made extends Notification, Input extends NotificationInput = NotificationInput> = (
  input?: Input,
  changes?: Changes<Made>,
) => Made;

/** Makes an incoming message. The same call gives the same message. */
export type MessageFactory<Data extends MessageData, Input extends MessageInput = MessageInput> = (
  input?: Input,
  changes?: MessageChanges<Data>,
) => IncomingMessageReceived<Data>;

export function notificationFactory<Made extends Notification, Input extends NotificationInput>(
  make: (input: NotificationInput & Partial<Input>) => NoInfer<Made>,
): NotificationFactory<Made, Input> {
  return (input, changes) => merge<Made>(make(input ?? {}), changes);
}

export function messageFactory<Data extends MessageData, Input extends MessageInput>(
  messageDataOf: (input: MessageInput & Partial<Input>) => NoInfer<Data>,
): MessageFactory<Data, Input> {
  return (options, changes) => {
    const input: MessageInput & Partial<Input> = options ?? {};
    const messageData: Data = messageDataOf(input);
    const { idMessage = idOf([input, messageData], input.typeInstance ?? "whatsapp") } = input;
    const made: IncomingMessageReceived<Data> = {
      typeWebhook: "incomingMessageReceived",
      ...envelopeOf(input),
      idMessage,
      senderData: senderOf(input),
      messageData,
    };
    return merge(made, changes);
  };
}

const defaultIds: Readonly<Record<TypeInstance, number>> = { whatsapp: 7103000001, telegram: 4100000001, v3: 3100000001 };

export function envelopeOf(input: NotificationInput): { readonly instanceData: InstanceData; readonly timestamp: number } {
  const { typeInstance = "whatsapp", idInstance = defaultIds[typeInstance], timestamp = 1790000000 } = input;
  return { instanceData: { idInstance, wid: "79000000000@c.us", typeInstance }, timestamp };
}

function senderOf(input: MessageInput): SenderData {
  const whatsapp = (input.typeInstance ?? "whatsapp") === "whatsapp";
  const customer = whatsapp ? "79000000001@c.us" : "900000001";
  const { chatId = customer, senderName = "Anna" } = input;
  const group = whatsapp ? chatId.endsWith("@g.us") : chatId.startsWith("-");
  const { sender = group ? customer : chatId, chatName = group ? "Neighbours" : senderName } = input;
  const data: SenderData = { chatId, sender, chatName, senderName, senderContactName: "" };
  if (whatsapp) return data;
  return { ...data, chatType: group ? "group" : "user", senderType: "user", senderPhoneNumber: group ? 0 : 79000000001 };
}
