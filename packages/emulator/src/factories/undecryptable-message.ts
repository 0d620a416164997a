import type { TextMessage, IncomingMessageReceived } from "@greenhook/core/types";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";
import type { MessageInput } from "./message-input.ts";

/** What {@link undecryptableMessage} takes. */
export interface UndecryptableMessageInput extends MessageInput {
  /** Default: `{{SWE001}}`. */
  readonly marker?: "{{SWE001}}" | "{{SWE003}}" | "{{SWE999}}";
}

/** The marker that comes in place of a message that could not be decrypted. The real one may follow under the same `idMessage`. */
export function undecryptableMessage(
  input: UndecryptableMessageInput = {},
  changes?: MessageChanges<TextMessage>,
): IncomingMessageReceived<TextMessage> {
  const { marker = "{{SWE001}}" } = input;
  return incomingMessage<TextMessage>(input, { typeMessage: "textMessage", textMessageData: { textMessage: marker } }, changes);
}
