import type { ReactionMessage, IncomingMessageReceived } from "@greenhook/core/types";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";
import type { MessageInput } from "./message-input.ts";

/** What {@link reactionMessage} takes. */
export interface ReactionMessageInput extends MessageInput {
  /** Empty for one taken back. Default: `👍`. */
  readonly emoji?: string;
  /** The message it is about. Default: `3EB0AAAAAAAAAAAAAAAA`. */
  readonly stanzaId?: string;
}

/** A reaction to a message. */
export function reactionMessage(
  input: ReactionMessageInput = {},
  changes?: MessageChanges<ReactionMessage>,
): IncomingMessageReceived<ReactionMessage> {
  const { emoji = "👍", stanzaId = "3EB0AAAAAAAAAAAAAAAA" } = input;
  return incomingMessage<ReactionMessage>(
    input,
    {
      typeMessage: "reactionMessage",
      extendedTextMessageData: { text: emoji },
      quotedMessage: { stanzaId, participant: "79000000000@c.us" },
    },
    changes,
  );
}
