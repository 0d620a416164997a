import { contactCardSchema, type ContactCard } from "../messages/contact-card.ts";
import { fitValue } from "../schema/fit-value.ts";
import { fieldsOf } from "./fields-of.ts";
import { messageFieldsOf } from "./message-fields-of.ts";
import type { Readable } from "./readable.ts";

/**
 * The contact cards of a message, whether it is one or several, and wherever they were put. `undefined` for a message of another kind.
 *
 * @example
 * for (const { displayName, vcard } of contactsOf(notification) ?? []) console.log(displayName, vcard);
 */
export function contactsOf(notification: Readable): readonly ContactCard[] | undefined {
  const { typeMessage, contactMessageData, messageData, contacts } = messageFieldsOf(notification);
  switch (typeMessage) {
    case "contactMessage":
      return cardsIn([contactMessageData]);
    case "contactsArrayMessage":
    case "ContactsArrayMessage":
      return cardsIn(fieldsOf(messageData)["contacts"] ?? contacts);
    default:
      return undefined;
  }
}

function cardsIn(contacts: unknown): readonly ContactCard[] {
  const cards = Array.isArray(contacts) ? contacts.map((card) => fitValue(contactCardSchema, card).value) : [];
  return cards.filter((card) => card !== undefined);
}
