import type { ButtonsResponseMessage, IncomingMessageReceived } from "@greenhook/core/types";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";
import type { MessageInput } from "./message-input.ts";

/** What {@link buttonsResponseMessage} takes. */
export interface ButtonsResponseMessageInput extends MessageInput {
  /** Which one. Default: `yes`. */
  readonly selectedId?: string;
  /** What it says. Default: `Yes`. */
  readonly selectedText?: string;
  /** The message it is about. Default: `3EB0AAAAAAAAAAAAAAAA`. */
  readonly stanzaId?: string;
}

/** A button of the older form was tapped. */
export function buttonsResponseMessage(
  input: ButtonsResponseMessageInput = {},
  changes?: MessageChanges<ButtonsResponseMessage>,
): IncomingMessageReceived<ButtonsResponseMessage> {
  const { selectedId = "yes", selectedText = "Yes", stanzaId = "3EB0AAAAAAAAAAAAAAAA" } = input;
  return incomingMessage<ButtonsResponseMessage>(
    input,
    {
      typeMessage: "buttonsResponseMessage",
      buttonsResponseMessage: { stanzaId, selectedButtonId: selectedId, selectedButtonText: selectedText },
    },
    changes,
  );
}
