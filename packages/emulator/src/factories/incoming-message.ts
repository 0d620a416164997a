import type { IncomingMessageReceived, MessageData } from "@greenhook/core/types";
import type { DeepPartial } from "./deep-partial.ts";
import { envelopeOf } from "./envelope-of.ts";
import { idOf } from "./id-of.ts";
import { merge } from "./merge.ts";
import type { MessageInput } from "./message-input.ts";
import { senderOf } from "./sender-of.ts";

/** What is to differ from what a factory gives, at any depth. `undefined` takes a field away. */
export type MessageChanges<Data extends MessageData> = DeepPartial<IncomingMessageReceived<Data>>;

/** A message with any content, as `incomingMessageReceived` brings it. */
export function incomingMessage<Data extends MessageData>(
  input: MessageInput,
  messageData: Data,
  changes?: MessageChanges<Data>,
): IncomingMessageReceived<Data> {
  const senderData = senderOf(input);
  const { idMessage = idOf([input, messageData], input.typeInstance ?? "whatsapp") } = input;
  const { instanceData, timestamp } = envelopeOf(input);
  const notification: IncomingMessageReceived<Data> = {
    typeWebhook: "incomingMessageReceived",
    instanceData,
    timestamp,
    idMessage,
    senderData,
    messageData,
  };
  return merge(notification, changes);
}
