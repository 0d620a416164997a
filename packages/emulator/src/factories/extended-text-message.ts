import type { ExtendedTextMessage, IncomingMessageReceived } from "@greenhook/core/types";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";
import type { MessageInput } from "./message-input.ts";

/** What {@link extendedTextMessage} takes. */
export interface ExtendedTextMessageInput extends MessageInput {
  /** Default: `https://shop.example.com`. */
  readonly text?: string;
  /** Of the preview. Default: empty. */
  readonly title?: string;
  /** Of the preview. Default: empty. */
  readonly description?: string;
}

/** A text with a preview; plain texts from iPhones come in this form too. */
export function extendedTextMessage(
  input: ExtendedTextMessageInput = {},
  changes?: MessageChanges<ExtendedTextMessage>,
): IncomingMessageReceived<ExtendedTextMessage> {
  const { text = "https://shop.example.com", title = "", description = "" } = input;
  return incomingMessage<ExtendedTextMessage>(
    input,
    {
      typeMessage: "extendedTextMessage",
      extendedTextMessageData: { text, description, title, previewType: "None", jpegThumbnail: "", forwardingScore: 0, isForwarded: false },
    },
    changes,
  );
}
