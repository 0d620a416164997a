import { number, object, optional, string, union, type Schema } from "../schema/schema.ts";

/** A tap on a template button or an interactive button. */
export interface TemplateButtonReply {
  /** The `idMessage` of the message with the buttons. */
  readonly stanzaId?: string;
  /** The table says string, the examples have a number. */
  readonly selectedIndex?: number | string;
  readonly selectedId?: string;
  /** The label. */
  readonly selectedDisplayText?: string;
}

/** @internal */
export const templateButtonReplySchema: Schema<TemplateButtonReply> = object({
  stanzaId: optional(string),
  selectedIndex: optional(union([number, string])),
  selectedId: optional(string),
  selectedDisplayText: optional(string),
});
