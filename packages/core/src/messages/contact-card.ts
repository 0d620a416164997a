import { object, optional, string, type Schema } from "../schema/schema.ts";

export interface ContactCard {
  /** The contact's name; observed empty. Absent on Telegram, which has `firstName` and `lastName`. */
  readonly displayName?: string;
  /** The contact as vCard 3.0, its lines separated by `\n`. */
  readonly vcard: string;
  /** Telegram only: the contact's phone number. Documented. */
  readonly phoneContact?: string;
  /** Telegram only: the contact's first name. Documented. */
  readonly firstName?: string;
  /** Telegram only: the contact's last name. Documented. */
  readonly lastName?: string;
  /** Telegram and MAX only: the contact's chat, digits. Documented. */
  readonly chatId?: string;
  /** MAX only: the contact's phone number. Documented. */
  readonly phoneNumber?: string;
  /** MAX only: the address of the contact's picture. Documented. */
  readonly urlAvatar?: string;
}

/** @internal */
export const contactCardSchema: Schema<ContactCard> = object({
  displayName: optional(string),
  vcard: string,
  phoneContact: optional(string),
  firstName: optional(string),
  lastName: optional(string),
  chatId: optional(string),
  phoneNumber: optional(string),
  urlAvatar: optional(string),
});
