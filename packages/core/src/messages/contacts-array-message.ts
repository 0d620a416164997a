import { array, detached, literal, object, optional, type Schema } from "../schema/schema.ts";
import { contactCardSchema, type ContactCard } from "./contact-card.ts";
import { forwardMarkFields, type ForwardMarks } from "./forward-marks.ts";
import { quotedMessageSchema, type QuotingMessage } from "./quoted-message.ts";

/**
 * Several contact cards. They were published in two places, and the type in two spellings: `contactsOf` reads them all, and registering for
 * either spelling receives both. WhatsApp and Telegram; documented.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/ContactsArrayMessage/
 */
export interface ContactsArrayMessage extends QuotingMessage, ForwardMarks {
  /** The tables say `contactsArrayMessage`, the examples `ContactsArrayMessage`. */
  readonly typeMessage: "contactsArrayMessage" | "ContactsArrayMessage";
  /** The cards and marks, in the current placement. Absent in the 2023 one. */
  readonly messageData?: ContactsArrayData;
  /** The cards, in the 2023 placement (the marks beside them). Absent in the current one. */
  readonly contacts?: readonly ContactCard[];
}

export interface ContactsArrayData extends ForwardMarks {
  readonly contacts: readonly ContactCard[];
}

/** @internal */
export const contactsArrayMessageSchema: Schema<ContactsArrayMessage> = object({
  typeMessage: literal("contactsArrayMessage", "ContactsArrayMessage"),
  messageData: optional(object({ contacts: array(contactCardSchema), ...forwardMarkFields })),
  contacts: optional(array(contactCardSchema)),
  quotedMessage: detached(quotedMessageSchema),
  ...forwardMarkFields,
});
