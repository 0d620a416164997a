import type { InteractiveButtonsResponse, IncomingMessageReceived } from "@greenhook/core/types";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";
import type { MessageInput } from "./message-input.ts";

/** What {@link interactiveButtonsResponse} takes. */
export interface InteractiveButtonsResponseInput extends MessageInput {
  /** Which one. Default: `yes`. */
  readonly selectedId?: string;
  /** What it says. Default: `Yes`. */
  readonly selectedText?: string;
  /** The message it is about. Default: `3EB0AAAAAAAAAAAAAAAA`. */
  readonly stanzaId?: string;
}

/** A button was tapped: one form of two, it depends on the device. The other is `templateButtonsReplyMessage`. */
export function interactiveButtonsResponse(
  input: InteractiveButtonsResponseInput = {},
  changes?: MessageChanges<InteractiveButtonsResponse>,
): IncomingMessageReceived<InteractiveButtonsResponse> {
  const { selectedId = "yes", selectedText = "Yes", stanzaId = "3EB0AAAAAAAAAAAAAAAA" } = input;
  return incomingMessage<InteractiveButtonsResponse>(
    input,
    {
      typeMessage: "interactiveButtonsResponse",
      interactiveButtonsResponse: { stanzaId, selectedIndex: 0, selectedId, selectedDisplayText: selectedText },
      quotedMessage: {
        stanzaId,
        participant: "79000000000@c.us",
        typeMessage: "interactiveButtons",
        interactiveButtons: { contentText: "Choose", buttons: [{ type: "reply", buttonId: selectedId, buttonText: selectedText }] },
      },
    },
    changes,
  );
}
