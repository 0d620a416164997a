import type { InteractiveButtonsReply, IncomingMessageReceived } from "@greenhook/core/types";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";
import type { MessageInput } from "./message-input.ts";

/** What {@link interactiveButtonsReply} takes. */
export interface InteractiveButtonsReplyInput extends MessageInput {
  /** Default: `Choose`. */
  readonly text?: string;
  /** Which of the two published spellings. Default: `interactiveButtonsReply`. */
  readonly variant?: "interactiveButtonsReply" | "interactiveButtonReply";
}

/** Buttons that answer. */
export function interactiveButtonsReply(
  input: InteractiveButtonsReplyInput = {},
  changes?: MessageChanges<InteractiveButtonsReply>,
): IncomingMessageReceived<InteractiveButtonsReply> {
  const { text = "Choose", variant: typeMessage = "interactiveButtonsReply" } = input;
  return incomingMessage<InteractiveButtonsReply>(
    input,
    {
      typeMessage,
      interactiveButtonsReply: {
        titleText: "The shop",
        contentText: text,
        footerText: "",
        buttons: [{ type: "reply", buttonId: "yes", buttonText: "Yes" }],
      },
    },
    changes,
  );
}
