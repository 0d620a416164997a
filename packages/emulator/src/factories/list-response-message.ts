import type { ListResponseMessage, IncomingMessageReceived } from "@greenhook/core/types";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";
import type { MessageInput } from "./message-input.ts";

/** What {@link listResponseMessage} takes. */
export interface ListResponseMessageInput extends MessageInput {
  /** Which one. Default: `yes`. */
  readonly selectedId?: string;
  /** What it says. Default: `Yes`. */
  readonly selectedText?: string;
  /** The message it is about. Default: `3EB0AAAAAAAAAAAAAAAA`. */
  readonly stanzaId?: string;
}

/** A row of a list was chosen. */
export function listResponseMessage(
  input: ListResponseMessageInput = {},
  changes?: MessageChanges<ListResponseMessage>,
): IncomingMessageReceived<ListResponseMessage> {
  const { selectedId = "yes", selectedText = "Yes", stanzaId = "3EB0AAAAAAAAAAAAAAAA" } = input;
  return incomingMessage<ListResponseMessage>(
    input,
    {
      typeMessage: "listResponseMessage",
      listResponseMessage: { stanzaId, title: selectedText, listType: 1, singleSelectReply: selectedId },
    },
    changes,
  );
}
