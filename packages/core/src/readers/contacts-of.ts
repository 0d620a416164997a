import type { ContactCard } from "../messages/contact-card.ts";
import { messageDataOf } from "./message-data-of.ts";
import type { Readable } from "./readable.ts";

/**
 * The contact cards of a message, whether it is one or several, and wherever they were put. `undefined` for a message of another kind.
 *
 * @example
 * for (const { displayName, vcard } of contactsOf(notification) ?? []) console.log(displayName, vcard);
 */
export function contactsOf(notification: Readable): readonly ContactCard[] | undefined {
  const data = messageDataOf(notification);
  switch (data?.typeMessage) {
    case "contactMessage":
      return [data.contactMessageData];
    case "contactsArrayMessage":
    case "ContactsArrayMessage":
      return data.messageData?.contacts ?? data.contacts ?? [];
    default:
      return undefined;
  }
}
