import { detached, literal, number, object, optional, string, union, type Schema } from "../schema/schema.ts";
import { fileMessageDataSchema, type FileMessageData } from "./file-message-data.ts";
import { quotedMessageSchema, type QuotingMessage } from "./quoted-message.ts";

/**
 * A product of a catalogue. Sent while `catalogWebhook` is `"yes"` too. WhatsApp; documented (beta), no body was observed:
 * `unknownFieldsOf` lists what else yours has.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/ProductMessage/
 */
export interface ProductMessage extends QuotingMessage {
  readonly typeMessage: "productMessage";
  /** Documented always; since no body was observed, not relied on. */
  readonly productMessage?: ProductMessageData;
}

export interface ProductMessageData {
  readonly productId?: string;
  readonly title?: string;
  readonly description?: string;
  /**
   * ISO 4217.
   * @example "RUB"
   */
  readonly currencyCode?: string;
  /** The table says string; a number is accepted too. */
  readonly price?: string | number;
  /** The address of the product's page. */
  readonly url?: string;
  readonly productImageCount?: number;
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
  quotedMessage: detached(quotedMessageSchema),
});
