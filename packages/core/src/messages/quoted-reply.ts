import { detached, literal, object, type Schema } from "../schema/schema.ts";
import { extendedTextMessageDataSchema, type ExtendedTextMessageData } from "./extended-text-message-data.ts";
import { quotedMessageSchema, type QuotingMessage } from "./quoted-message.ts";

/**
 * A text that replies to another message, in the archived style with its own `typeMessage`. Newer bodies keep the reply's own type and put
 * `quotedMessage` next to it; `quotedOf` reads both. Documented for all messengers.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/QuotedMessage/
 */
export interface QuotedReply extends QuotingMessage {
  /** Not the quote: that is in the field of the same name. */
  readonly typeMessage: "quotedMessage";
  /** The reply's own text, and the ids of the quoted message. */
  readonly extendedTextMessageData: ExtendedTextMessageData;
}

/** @internal */
export const quotedReplySchema: Schema<QuotedReply> = object({
  typeMessage: literal("quotedMessage"),
  extendedTextMessageData: extendedTextMessageDataSchema,
  quotedMessage: detached(quotedMessageSchema),
});
