import type { QuotedReply, IncomingMessageReceived } from "@greenhook/core/types";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";
import type { MessageInput } from "./message-input.ts";

/** What {@link quotedReply} takes. */
export interface QuotedReplyInput extends MessageInput {
  /** Default: `Yes, please`. */
  readonly text?: string;
  /** The message it is about. Default: `3EB0AAAAAAAAAAAAAAAA`. */
  readonly stanzaId?: string;
}

/** A reply in the older form, `typeMessage: "quotedMessage"`. The newer one is made by `quoting`. */
export function quotedReply(input: QuotedReplyInput = {}, changes?: MessageChanges<QuotedReply>): IncomingMessageReceived<QuotedReply> {
  const { text = "Yes, please", stanzaId = "3EB0AAAAAAAAAAAAAAAA" } = input;
  return incomingMessage<QuotedReply>(
    input,
    {
      typeMessage: "quotedMessage",
      extendedTextMessageData: { text, stanzaId, participant: "79000000000@c.us" },
      quotedMessage: { stanzaId, participant: "79000000000@c.us", typeMessage: "textMessage", textMessage: "Shall I send it?" },
    },
    changes,
  );
}
