import { detached, literal, object, optional, string, type Schema } from "../schema/schema.ts";
import type { ContactCard } from "./contact-card.ts";
import { forwardMarkFields, type ForwardMarks } from "./forward-marks.ts";
import { quotedMessageSchema, type QuotingMessage } from "./quoted-message.ts";

/**
 * One contact card; several arrive as a `ContactsArrayMessage`. All messengers; documented.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/ContactMessage/
 */
export interface ContactMessage extends QuotingMessage {
  readonly typeMessage: "contactMessage";
  readonly contactMessageData: ContactMessageData;
}

export interface ContactMessageData extends ContactCard, ForwardMarks {}

/** @internal */
export const contactMessageSchema: Schema<ContactMessage> = object({
  typeMessage: literal("contactMessage"),
  contactMessageData: object({
    displayName: optional(string),
    vcard: string,
    phoneContact: optional(string),
    firstName: optional(string),
    lastName: optional(string),
    chatId: optional(string),
    phoneNumber: optional(string),
    urlAvatar: optional(string),
    ...forwardMarkFields,
  }),
  quotedMessage: detached(quotedMessageSchema),
});
