import { array, literal, object, optional, string, type Schema } from "../schema/schema.ts";
import { forwardMarkFields, type ForwardMarks } from "./forward-marks.ts";
import { quotedMessageSchema, type QuotingMessage } from "./quoted-message.ts";

/**
 * A message with simple buttons; the answer comes as a `ButtonsResponseMessage`. WhatsApp; documented.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/ButtonsMessage/
 */
export interface ButtonsMessage extends QuotingMessage {
  /** Tells this type from the others. */
  readonly typeMessage: "buttonsMessage";
  /** The text and its buttons. Absent where it is in `buttonMessageData`. */
  readonly buttonsMessage?: ButtonsMessageData;
  /** The same under the name that GREEN-API's Java models give it. */
  readonly buttonMessageData?: ButtonsMessageData;
}

/** What a {@link ButtonsMessage} carries. */
export interface ButtonsMessageData extends ForwardMarks {
  /** The text. */
  readonly contentText?: string;
  /** The text below. */
  readonly footer?: string;
  /** The buttons. */
  readonly buttons?: readonly MessageButton[];
}

/** A simple button. */
export interface MessageButton {
  /** Its id, which an answer names. */
  readonly buttonId?: string;
  /** What is written on it. */
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
  quotedMessage: optional(quotedMessageSchema),
});
