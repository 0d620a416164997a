import { literal, object, optional, string, type Schema } from "../schema/schema.ts";
import { quotedMessageSchema, type QuotingMessage } from "./quoted-message.ts";

/**
 * A simple button was tapped. WhatsApp; documented.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/selected-buttons/ButtonsResponseMessage/
 */
export interface ButtonsResponseMessage extends QuotingMessage {
  /** Tells this type from the others. */
  readonly typeMessage: "buttonsResponseMessage";
  /** Which button. */
  readonly buttonsResponseMessage: ButtonsResponse;
}

/** Which button was tapped. */
export interface ButtonsResponse {
  /** The `idMessage` of the message with the buttons. Absent in the first pages of 2022. */
  readonly stanzaId?: string;
  /** The button's id. */
  readonly selectedButtonId: string;
  /** What is written on it. */
  readonly selectedButtonText?: string;
}

/** @internal */
export const buttonsResponseMessageSchema: Schema<ButtonsResponseMessage> = object({
  typeMessage: literal("buttonsResponseMessage"),
  buttonsResponseMessage: object({
    stanzaId: optional(string),
    selectedButtonId: string,
    selectedButtonText: optional(string),
  }),
  quotedMessage: optional(quotedMessageSchema),
});
