import type { QuotingMessage } from "./quoted-message.ts";

/**
 * An order. WhatsApp; named in the list of types, but no page and no body shows what it carries: `unknownFieldsOf` lists what yours has.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/Webhook-IncomingMessageReceived/
 */
export interface OrderMessage extends QuotingMessage {
  /** Tells this type from the others. */
  readonly typeMessage: "orderMessage";
}
