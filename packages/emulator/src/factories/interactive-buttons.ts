import type { InteractiveButtons, IncomingMessageReceived } from "@greenhook/core/types";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";
import type { MessageInput } from "./message-input.ts";

/** What {@link interactiveButtons} takes. */
export interface InteractiveButtonsInput extends MessageInput {
  /** Default: `Choose`. */
  readonly text?: string;
}

/** Buttons that copy, call or open something. */
export function interactiveButtons(
  input: InteractiveButtonsInput = {},
  changes?: MessageChanges<InteractiveButtons>,
): IncomingMessageReceived<InteractiveButtons> {
  const { text = "Choose" } = input;
  return incomingMessage<InteractiveButtons>(
    input,
    {
      typeMessage: "interactiveButtons",
      interactiveButtons: {
        titleText: "The shop",
        contentText: text,
        footerText: "",
        buttons: [
          { type: "copy", buttonId: "1", buttonText: "Copy", copyCode: "12345" },
          { type: "call", buttonId: "2", buttonText: "Call", phoneNumber: "79000000000" },
          { type: "url", buttonId: "3", buttonText: "Open", url: "https://shop.example.com" },
        ],
      },
    },
    changes,
  );
}
