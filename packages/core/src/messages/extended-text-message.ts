import { detached, literal, object, type Schema } from "../schema/schema.ts";
import { extendedTextMessageDataSchema, type ExtendedTextMessageData } from "./extended-text-message-data.ts";
import { quotedMessageSchema, type QuotingMessage } from "./quoted-message.ts";

/**
 * Text with a link preview, text from an advertisement, and often ordinary text: from iPhones, and the echo of text sent through
 * the API. All messengers; documented and observed.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/ExtendedTextMessage/
 */
export interface ExtendedTextMessage extends QuotingMessage {
  readonly typeMessage: "extendedTextMessage";
  readonly extendedTextMessageData: ExtendedTextMessageData;
}

/** @internal */
export const extendedTextMessageSchema: Schema<ExtendedTextMessage> = object({
  typeMessage: literal("extendedTextMessage"),
  extendedTextMessageData: extendedTextMessageDataSchema,
  quotedMessage: detached(quotedMessageSchema),
});
