import type { IncomingMessageReceived, TemplateButtonsReplyMessage } from "@greenhook/core/types";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";
import type { MessageInput } from "./message-input.ts";

/** What {@link templateButtonsReplyMessage} takes. */
export interface TemplateButtonsReplyMessageInput extends MessageInput {
  /** Which one. Default: `yes`. */
  readonly selectedId?: string;
  /** What it says. Default: `Yes`. */
  readonly selectedText?: string;
  /** The message it is about. Default: `3EB0AAAAAAAAAAAAAAAA`. */
  readonly stanzaId?: string;
  /** Which of the two published spellings. Default: `templateButtonsReplyMessage`. */
  readonly variant?: "templateButtonsReplyMessage" | "templateButtonReplyMessage";
}

/** A button was tapped: one form of two, it depends on the device. The other is `interactiveButtonsResponse`. */
export function templateButtonsReplyMessage(
  input: TemplateButtonsReplyMessageInput = {},
  changes?: MessageChanges<TemplateButtonsReplyMessage>,
): IncomingMessageReceived<TemplateButtonsReplyMessage> {
  const { selectedId = "yes", selectedText = "Yes", stanzaId = "3EB0AAAAAAAAAAAAAAAA" } = input;
  const { variant: typeMessage = "templateButtonsReplyMessage" } = input;
  const templateButtonReplyMessage = { stanzaId, selectedIndex: 0, selectedId, selectedDisplayText: selectedText };
  return incomingMessage<TemplateButtonsReplyMessage>(input, { typeMessage, templateButtonReplyMessage }, changes);
}
