import { detached, literal, object, optional, string, type Schema } from "../schema/schema.ts";
import { quotedMessageSchema, type QuotingMessage } from "./quoted-message.ts";

/**
 * A simple button was tapped. WhatsApp; documented.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/selected-buttons/ButtonsResponseMessage/
 */
export interface ButtonsResponseMessage extends QuotingMessage {
  readonly typeMessage: "buttonsResponseMessage";
  readonly buttonsResponseMessage: ButtonsResponse;
}

export interface ButtonsResponse {
  /** The `idMessage` of the message with the buttons. Absent in the first pages of 2022. */
  readonly stanzaId?: string;
  readonly selectedButtonId: string;
  /** The label. */
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
  quotedMessage: detached(quotedMessageSchema),
});
