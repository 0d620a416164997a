import type { DeletedMessage, IncomingMessageReceived } from "@greenhook/core/types";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";
import type { MessageInput } from "./message-input.ts";

/** What {@link deletedMessage} takes. */
export interface DeletedMessageInput extends MessageInput {
  /** The message it is about. Default: `3EB0AAAAAAAAAAAAAAAA`. */
  readonly stanzaId?: string;
}

/** An earlier message was deleted. */
export function deletedMessage(
  input: DeletedMessageInput = {},
  changes?: MessageChanges<DeletedMessage>,
): IncomingMessageReceived<DeletedMessage> {
  const { stanzaId = "3EB0AAAAAAAAAAAAAAAA" } = input;
  return incomingMessage<DeletedMessage>(input, { typeMessage: "deletedMessage", deletedMessageData: { stanzaId } }, changes);
}
