import { detached, literal, number, object, optional, string, union, type Schema } from "../schema/schema.ts";
import { quotedMessageSchema, type QuotingMessage } from "./quoted-message.ts";

/**
 * An order (a cart) from a catalogue. Sent while `catalogWebhook` is `"yes"` too. WhatsApp; documented (beta), no body was observed:
 * `unknownFieldsOf` lists what else yours has.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/OrderMessage/
 */
export interface OrderMessage extends QuotingMessage {
  readonly typeMessage: "orderMessage";
  /** Documented always; since no body was observed, not relied on. */
  readonly orderMessage?: OrderMessageData;
}

/** GREEN-API's `getOrderDetails` asks for `orderId`, `token` and `sellerJid`. */
export interface OrderMessageData {
  readonly orderId?: string;
  /** A secret that gives access to the order. */
  readonly token?: string;
  /** In the smallest unit of the currency: `250000` is 2,500.00. The table says string; a number is accepted too. */
  readonly totalPrice?: string | number;
  /** The owner of the catalogue, `79000000000@c.us`. */
  readonly sellerJid?: string;
}

/** @internal */
export const orderMessageSchema: Schema<OrderMessage> = object({
  typeMessage: literal("orderMessage"),
  orderMessage: optional(
    object({
      orderId: optional(string),
      token: optional(string),
      totalPrice: optional(union([number, string])),
      sellerJid: optional(string),
    }),
  ),
  quotedMessage: detached(quotedMessageSchema),
});
