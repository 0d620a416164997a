import { number, object, optional, string, union, type Schema } from "../schema/schema.ts";

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

/** @internal */
export const templateButtonReplySchema: Schema<TemplateButtonReply> = object({
  stanzaId: optional(string),
  selectedIndex: optional(union([number, string])),
  selectedId: optional(string),
  selectedDisplayText: optional(string),
});
