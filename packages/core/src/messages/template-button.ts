import { number, object, optional, string, union, type Schema } from "../schema/schema.ts";

/** A template button: exactly one of the three kinds. */
export interface TemplateButton {
  /** The table says string, the examples have a number. */
  readonly index?: number | string;
  /** Opens a link. Absent for the other two kinds. */
  readonly urlButton?: TemplateUrlButton;
  /** Calls a number. Absent for the other two kinds. */
  readonly callButton?: TemplateCallButton;
  /** Sends a reply. Absent for the other two kinds. */
  readonly quickReplyButton?: TemplateQuickReplyButton;
}

export interface TemplateUrlButton {
  /** The label. */
  readonly displayText?: string;
  readonly url?: string;
}

export interface TemplateCallButton {
  /** The label. */
  readonly displayText?: string;
  readonly phoneNumber?: string;
}

export interface TemplateQuickReplyButton {
  /** The label. */
  readonly displayText?: string;
  /** The id that a response names. */
  readonly id?: string;
}

/** @internal */
export const templateButtonSchema: Schema<TemplateButton> = object({
  index: optional(union([number, string])),
  urlButton: optional(object({ displayText: optional(string), url: optional(string) })),
  callButton: optional(object({ displayText: optional(string), phoneNumber: optional(string) })),
  quickReplyButton: optional(object({ displayText: optional(string), id: optional(string) })),
});
