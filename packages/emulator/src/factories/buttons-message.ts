import type { ButtonsMessage, IncomingMessageReceived } from "@greenhook/core/types";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";
import type { MessageInput } from "./message-input.ts";

/** What {@link buttonsMessage} takes. */
export interface ButtonsMessageInput extends MessageInput {
  /** Default: `Choose`. */
  readonly text?: string;
}

/** Buttons to tap, in the older form. */
export function buttonsMessage(
  input: ButtonsMessageInput = {},
  changes?: MessageChanges<ButtonsMessage>,
): IncomingMessageReceived<ButtonsMessage> {
  const { text = "Choose" } = input;
  return incomingMessage<ButtonsMessage>(
    input,
    {
      typeMessage: "buttonsMessage",
      buttonsMessage: {
        contentText: text,
        footer: "The shop",
        buttons: [
          { buttonId: "yes", buttonText: "Yes" },
          { buttonId: "no", buttonText: "No" },
        ],
        forwardingScore: 0,
        isForwarded: false,
      },
    },
    changes,
  );
}
