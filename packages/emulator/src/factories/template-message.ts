import type { TemplateMessage, IncomingMessageReceived } from "@greenhook/core/types";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";
import type { MessageInput } from "./message-input.ts";

/** What {@link templateMessage} takes. */
export interface TemplateMessageInput extends MessageInput {
  /** Default: `Choose`. */
  readonly text?: string;
}

/** A template with buttons. */
export function templateMessage(
  input: TemplateMessageInput = {},
  changes?: MessageChanges<TemplateMessage>,
): IncomingMessageReceived<TemplateMessage> {
  const { text = "Choose" } = input;
  return incomingMessage<TemplateMessage>(
    input,
    {
      typeMessage: "templateMessage",
      templateMessage: {
        contentText: text,
        footer: "The shop",
        namespace: "shop",
        elementName: "offer",
        buttons: [
          { index: 1, urlButton: { displayText: "Open", url: "https://shop.example.com" } },
          { index: 2, callButton: { displayText: "Call", phoneNumber: "79000000000" } },
          { index: 3, quickReplyButton: { displayText: "Yes", id: "yes" } },
        ],
        forwardingScore: 0,
        isForwarded: false,
      },
    },
    changes,
  );
}
