import { detached, literal, object, type Schema } from "../schema/schema.ts";
import { extendedTextMessageDataSchema, type ExtendedTextMessageData } from "./extended-text-message-data.ts";
import { quotedMessageSchema, type QuotingMessage } from "./quoted-message.ts";

/**
 * A reaction to a message. Its object is that of an extended text message, and it is none: `reactionOf` reads it, `textOf` doesn't.
 * `quotedMessage` holds only `stanzaId` and `participant` here, and was absent in one reconstructed body. All messengers; documented.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/ReactionMessage/
 */
export interface ReactionMessage extends QuotingMessage {
  readonly typeMessage: "reactionMessage";
  /** `text` is the emoji. That a removed reaction has an empty one is not documented. */
  readonly extendedTextMessageData: ExtendedTextMessageData;
}

/** @internal */
export const reactionMessageSchema: Schema<ReactionMessage> = object({
  typeMessage: literal("reactionMessage"),
  extendedTextMessageData: extendedTextMessageDataSchema,
  quotedMessage: detached(quotedMessageSchema),
});
