import { detached, literal, object, optional, string, type Schema } from "../schema/schema.ts";
import { quotedMessageSchema, type QuotingMessage } from "./quoted-message.ts";

/**
 * A message was deleted. The notification's own `idMessage` is new; `deletionOf` gives the deleted one's. Sent while
 * `deletedMessageWebhook` is `"yes"` too. All messengers; documented, since February 2025.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/DeletedMessage/
 */
export interface DeletedMessage extends QuotingMessage {
  readonly typeMessage: "deletedMessage";
  readonly deletedMessageData: DeletedMessageData;
}

export interface DeletedMessageData {
  /** The `idMessage` of the message that was deleted. */
  readonly stanzaId: string;
  /** The type of the message that was deleted, such as `text`. In GREEN-API's Postman collection only. */
  readonly typeMessage?: string;
}

/** @internal */
export const deletedMessageSchema: Schema<DeletedMessage> = object({
  typeMessage: literal("deletedMessage"),
  deletedMessageData: object({ stanzaId: string, typeMessage: optional(string) }),
  quotedMessage: detached(quotedMessageSchema),
});
