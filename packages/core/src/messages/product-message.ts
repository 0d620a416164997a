import type { QuotingMessage } from "./quoted-message.ts";

/**
 * A product of a catalogue. WhatsApp; named in the list of types, but no page and no body shows what it carries: `unknownFieldsOf` lists what yours has.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/Webhook-IncomingMessageReceived/
 */
export interface ProductMessage extends QuotingMessage {
  /** Tells this type from the others. */
  readonly typeMessage: "productMessage";
}
