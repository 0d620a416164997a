import type { ListMessage, IncomingMessageReceived } from "@greenhook/core/types";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";
import type { MessageInput } from "./message-input.ts";

/** What {@link listMessage} takes. */
export interface ListMessageInput extends MessageInput {
  /** Default: `Choose`. */
  readonly text?: string;
}

/** A list to choose from. */
export function listMessage(input: ListMessageInput = {}, changes?: MessageChanges<ListMessage>): IncomingMessageReceived<ListMessage> {
  const { text = "Choose" } = input;
  return incomingMessage<ListMessage>(
    input,
    {
      typeMessage: "listMessage",
      listMessage: {
        contentText: text,
        title: "Menu",
        footer: "The shop",
        buttonText: "Open",
        sections: [{ title: "Drinks", rows: [{ title: "Tea", rowId: "tea", description: "Hot" }] }],
        forwardingScore: 0,
        isForwarded: false,
      },
    },
    changes,
  );
}
