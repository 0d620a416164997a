import type { ForwardMarks } from "./forward-marks.ts";
import type { QuotingMessage } from "./quoted-message.ts";

/**
 * One contact card; several arrive as a `ContactsArrayMessage`. WhatsApp and Telegram; documented.
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
  /** The contact's name; observed empty. */
  readonly displayName?: string;
  /** The contact as vCard 3.0, its lines separated by `\n`. */
  readonly vcard: string;
}
