import type { QuotingMessage } from "./quoted-message.ts";

/**
 * A template button, or on some devices a reply button, was tapped. Registering for either spelling receives both. WhatsApp and WABA;
 * documented.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/selected-buttons/TemplateButtonsReplyMessage/
 */
export interface TemplateButtonsReplyMessage extends QuotingMessage {
  /** The tables say `templateButtonsReplyMessage`, the examples `templateButtonReplyMessage`. */
  readonly typeMessage: "templateButtonsReplyMessage" | "templateButtonReplyMessage";
  /** Which button. Absent where it is in `templateMessage`. */
  readonly templateButtonReplyMessage?: TemplateButtonReply;
  /** The same under the name that GREEN-API's Java models give it. */
  readonly templateMessage?: TemplateButtonReply;
}

/** Which template or interactive button was tapped. */
export interface TemplateButtonReply {
  /** The `idMessage` of the message with the buttons. */
  readonly stanzaId?: string;
  /** The button's place. The table says string, the examples have a number. */
  readonly selectedIndex?: number | string;
  /** The button's id. */
  readonly selectedId?: string;
  /** What is written on it. */
  readonly selectedDisplayText?: string;
}
