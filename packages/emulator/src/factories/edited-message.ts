import type { EditedMessage, IncomingMessageReceived } from "@greenhook/core/types";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";
import type { MessageInput } from "./message-input.ts";

/** What {@link editedMessage} takes. */
export interface EditedMessageInput extends MessageInput {
  /** The new text, or the new caption of a file. Default: `At eleven`. */
  readonly text?: string;
  /** The message it is about. Default: `3EB0AAAAAAAAAAAAAAAA`. */
  readonly stanzaId?: string;
  /** `caption` where a file's caption was edited. Default: `textMessage`. */
  readonly variant?: "textMessage" | "caption";
}

/** The new text of an earlier message. */
export function editedMessage(
  input: EditedMessageInput = {},
  changes?: MessageChanges<EditedMessage>,
): IncomingMessageReceived<EditedMessage> {
  const { text = "At eleven", stanzaId = "3EB0AAAAAAAAAAAAAAAA", variant = "textMessage" } = input;
  return incomingMessage<EditedMessage>(input, { typeMessage: "editedMessage", editedMessageData: { stanzaId, [variant]: text } }, changes);
}
