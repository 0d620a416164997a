import { array, detached, literal, object, optional, string, type Schema } from "../schema/schema.ts";
import { forwardMarkFields, type ForwardMarks } from "./forward-marks.ts";
import { quotedMessageSchema, type QuotingMessage } from "./quoted-message.ts";

/**
 * A message with simple buttons; the response comes as a `ButtonsResponseMessage`. WhatsApp; documented.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/ButtonsMessage/
 */
export interface ButtonsMessage extends QuotingMessage {
  readonly typeMessage: "buttonsMessage";
  /** Absent where the content is in `buttonMessageData`. */
  readonly buttonsMessage?: ButtonsMessageData;
  /** The content, under its name in GREEN-API's Java models. */
  readonly buttonMessageData?: ButtonsMessageData;
}

export interface ButtonsMessageData extends ForwardMarks {
  readonly contentText?: string;
  /** The footer. */
  readonly footer?: string;
  readonly buttons?: readonly MessageButton[];
}

export interface MessageButton {
  /** The id that a response names. */
  readonly buttonId?: string;
  /** The label. */
  readonly buttonText?: string;
}

const dataSchema: Schema<ButtonsMessageData> = object({
  contentText: optional(string),
  footer: optional(string),
  buttons: optional(array(object({ buttonId: optional(string), buttonText: optional(string) }))),
  ...forwardMarkFields,
});

/** @internal */
export const buttonsMessageSchema: Schema<ButtonsMessage> = object({
  typeMessage: literal("buttonsMessage"),
  buttonsMessage: optional(dataSchema),
  buttonMessageData: optional(dataSchema),
  quotedMessage: detached(quotedMessageSchema),
});
