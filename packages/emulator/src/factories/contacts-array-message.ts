import type { ContactsArrayMessage, IncomingMessageReceived } from "@greenhook/core/types";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";
import type { MessageInput } from "./message-input.ts";
import { vcardOf } from "./vcard-of.ts";

/** What {@link contactsArrayMessage} takes. */
export interface ContactsArrayMessageInput extends MessageInput {
  /** Default: `["Boris", "Vera"]`. */
  readonly names?: readonly string[];
  /** `ContactsArrayMessage` is the older spelling, with the contacts one level higher. Default: `contactsArrayMessage`. */
  readonly variant?: "contactsArrayMessage" | "ContactsArrayMessage";
}

/** Several contacts. */
export function contactsArrayMessage(
  input: ContactsArrayMessageInput = {},
  changes?: MessageChanges<ContactsArrayMessage>,
): IncomingMessageReceived<ContactsArrayMessage> {
  const { names = ["Boris", "Vera"], variant: typeMessage = "contactsArrayMessage" } = input;
  const contacts = names.map((displayName, index) => ({ displayName, vcard: vcardOf(displayName, 79000000004 + index) }));
  const list = { contacts, forwardingScore: 0, isForwarded: false };
  const data = typeMessage === "contactsArrayMessage" ? { messageData: list } : list;
  return incomingMessage<ContactsArrayMessage>(input, { typeMessage, ...data }, changes);
}
