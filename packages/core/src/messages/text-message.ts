import { boolean, detached, literal, object, optional, string, type Schema } from "../schema/schema.ts";
import { forwardMarkFields, type ForwardMarks } from "./forward-marks.ts";
import { quotedMessageSchema, type QuotingMessage } from "./quoted-message.ts";

/**
 * Plain text. A message that could not be decrypted arrives as this type too, its text being a marker such as `{{SWE001}}`
 * (`isUndecryptable` tells). All messengers; documented and observed.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/TextMessage/
 */
export interface TextMessage extends QuotingMessage {
  readonly typeMessage: "textMessage";
  readonly textMessageData: TextMessageData;
}

export interface TextMessageData extends ForwardMarks {
  /** Observed absent for a message that could not be decrypted (`textMessageData: {}`). */
  readonly textMessage?: string;
  /** Whether it was made from a template. Documented in older pages only. */
  readonly isTemplateMessage?: boolean;
}

/** @internal */
export const textMessageSchema: Schema<TextMessage> = object({
  typeMessage: literal("textMessage"),
  textMessageData: object({
    textMessage: optional(string),
    isTemplateMessage: optional(boolean),
    ...forwardMarkFields,
  }),
  quotedMessage: detached(quotedMessageSchema),
});
