import type { ContactMessage, IncomingMessageReceived } from "@greenhook/core/types";
import { vcardOf } from "./vcard-of.ts";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";
import type { MessageInput } from "./message-input.ts";

/** What {@link contactMessage} takes. */
export interface ContactMessageInput extends MessageInput {
  /** Default: `Boris`. */
  readonly displayName?: string;
  /** Default: 79000000004. */
  readonly phone?: number;
}

/** A contact. */
export function contactMessage(
  input: ContactMessageInput = {},
  changes?: MessageChanges<ContactMessage>,
): IncomingMessageReceived<ContactMessage> {
  const { displayName = "Boris", phone = 79000000004 } = input;
  return incomingMessage<ContactMessage>(
    input,
    {
      typeMessage: "contactMessage",
      contactMessageData: { displayName, vcard: vcardOf(displayName, phone), forwardingScore: 0, isForwarded: false },
    },
    changes,
  );
}
