import { number, object, optional, string, union, type Schema } from "../schema/schema.ts";

/** A template button: exactly one of the three kinds. */
export interface TemplateButton {
  /** Its place. The table says string, the examples have a number. */
  readonly index?: number | string;
  /** Opens a link. Absent for the other two kinds. */
  readonly urlButton?: TemplateUrlButton;
  /** Calls a number. Absent for the other two kinds. */
  readonly callButton?: TemplateCallButton;
  /** Answers. Absent for the other two kinds. */
  readonly quickReplyButton?: TemplateQuickReplyButton;
}

/** A button that opens a link. */
export interface TemplateUrlButton {
  /** What is written on it. */
  readonly displayText?: string;
  /** The link. */
  readonly url?: string;
}

/** A button that calls a number. */
export interface TemplateCallButton {
  /** What is written on it. */
  readonly displayText?: string;
  /** The number. */
  readonly phoneNumber?: string;
}

/** A button that answers. */
export interface TemplateQuickReplyButton {
  /** What is written on it. */
  readonly displayText?: string;
  /** Its id, which an answer names. */
  readonly id?: string;
}

/** @internal */
export const templateButtonSchema: Schema<TemplateButton> = object({
  index: optional(union([number, string])),
  urlButton: optional(object({ displayText: optional(string), url: optional(string) })),
  callButton: optional(object({ displayText: optional(string), phoneNumber: optional(string) })),
  quickReplyButton: optional(object({ displayText: optional(string), id: optional(string) })),
});
