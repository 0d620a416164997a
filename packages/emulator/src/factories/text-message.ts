import type { TextMessage, IncomingMessageReceived } from "@greenhook/core/types";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";
import type { MessageInput } from "./message-input.ts";

/** What {@link textMessage} takes. */
export interface TextMessageInput extends MessageInput {
  /** Default: `Hello`. */
  readonly text?: string;
}

/** A text. */
export function textMessage(input: TextMessageInput = {}, changes?: MessageChanges<TextMessage>): IncomingMessageReceived<TextMessage> {
  const { text = "Hello" } = input;
  return incomingMessage<TextMessage>(input, { typeMessage: "textMessage", textMessageData: { textMessage: text } }, changes);
}
