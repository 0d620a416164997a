import { detached, literal, object, optional, string, type Schema } from "../schema/schema.ts";
import { quotedMessageSchema, type QuotingMessage } from "./quoted-message.ts";

/**
 * A message was edited. The notification's own `idMessage` is new; `editOf` gives the edited one's. Sent while `editedMessageWebhook` is
 * `"yes"` too. All messengers; documented, since February 2025.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/EditedMessage/
 */
export interface EditedMessage extends QuotingMessage {
  readonly typeMessage: "editedMessage";
  /** Reported empty and missing for edited documents. */
  readonly editedMessageData?: EditedMessageData;
}

export interface EditedMessageData {
  /** The `idMessage` of the message that was edited. Absent where the object is empty. */
  readonly stanzaId?: string;
  /** The new text. Absent where a file's caption was edited. */
  readonly textMessage?: string;
  /** The new text one level deeper, as integrators report it: `editOf` reads both. */
  readonly textMessageData?: EditedText;
  /** Absent where a text was edited. */
  readonly caption?: string;
}

export interface EditedText {
  readonly textMessage?: string;
}

/** @internal */
export const editedMessageSchema: Schema<EditedMessage> = object({
  typeMessage: literal("editedMessage"),
  editedMessageData: optional(
    object({
      stanzaId: optional(string),
      textMessage: optional(string),
      textMessageData: optional(object({ textMessage: optional(string) })),
      caption: optional(string),
    }),
  ),
  quotedMessage: detached(quotedMessageSchema),
});
