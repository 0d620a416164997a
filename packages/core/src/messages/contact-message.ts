import type { ForwardMarks } from "./forward-marks.ts";
import type { QuotingMessage } from "./quoted-message.ts";

/**
 * One contact card; several arrive as a `ContactsArrayMessage`. All messengers; documented.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/ContactMessage/
 */
export interface ContactMessage extends QuotingMessage {
  /** Tells this type from the others. */
  readonly typeMessage: "contactMessage";
  /** The card and its marks. */
  readonly contactMessageData: ContactMessageData;
}

/** What a {@link ContactMessage} carries. */
export interface ContactMessageData extends ContactCard, ForwardMarks {}

/** A contact card. */
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
