import { literal, number, object, optional, string, union, type Schema } from "../schema/schema.ts";
import { fileMessageDataSchema, type FileMessageData } from "./file-message-data.ts";
import { quotedMessageSchema, type QuotingMessage } from "./quoted-message.ts";

/**
 * A product of a catalogue. Sent while `catalogWebhook` is `"yes"` too. WhatsApp; documented (beta), no body was observed:
 * `unknownFieldsOf` lists what else yours has.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/ProductMessage/
 */
export interface ProductMessage extends QuotingMessage {
  /** Tells this type from the others. */
  readonly typeMessage: "productMessage";
  /** The product. Documented always; since no body was observed, not relied on. */
  readonly productMessage?: ProductMessageData;
}

/** What a {@link ProductMessage} carries. */
export interface ProductMessageData {
  /** The product's id in WhatsApp. */
  readonly productId?: string;
  /** Its name. */
  readonly title?: string;
  /** More about it. */
  readonly description?: string;
  /** The price's currency, ISO 4217: `RUB`. */
  readonly currencyCode?: string;
  /** The price. The table says string; a number is accepted too. */
  readonly price?: string | number;
  /** The address of its page. */
  readonly url?: string;
  /** How many pictures it has. */
  readonly productImageCount?: number;
  /** Its picture. */
  readonly fileMessageData?: FileMessageData;
}

/** @internal */
export const productMessageSchema: Schema<ProductMessage> = object({
  typeMessage: literal("productMessage"),
  productMessage: optional(
    object({
      productId: optional(string),
      title: optional(string),
      description: optional(string),
      currencyCode: optional(string),
      price: optional(union([number, string])),
      url: optional(string),
      productImageCount: optional(number),
      fileMessageData: optional(fileMessageDataSchema),
    }),
  ),
  quotedMessage: optional(quotedMessageSchema),
});
