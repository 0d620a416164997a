import type { OpenUnion } from "../schema/open-union.ts";
import { array, object, optional, string, type Schema } from "../schema/schema.ts";
import { forwardMarkFields, type ForwardMarks } from "./forward-marks.ts";

/** What an `InteractiveButtons` message carries. */
export interface InteractiveButtonsData extends ForwardMarks {
  /** The title. */
  readonly titleText?: string;
  /** The text. */
  readonly contentText?: string;
  /** The text below. */
  readonly footerText?: string;
  /** The title, under the name in the tables of the reply buttons' page. */
  readonly header?: string;
  /** The text, under the name in the tables of the reply buttons' page. */
  readonly body?: string;
  /** The text below, under the name in the tables of the reply buttons' page. */
  readonly footer?: string;
  /** The buttons. */
  readonly buttons?: readonly InteractiveButton[];
}

/** An interactive button. */
export interface InteractiveButton {
  /** What it does. */
  readonly type?: OpenUnion<"copy" | "call" | "url" | "reply">;
  /** Its id, which an answer names. */
  readonly buttonId?: string;
  /** What is written on it. */
  readonly buttonText?: string;
  /** Type `copy` only: what it copies. */
  readonly copyCode?: string;
  /** Type `call` only: the number it calls. */
  readonly phoneNumber?: string;
  /** Type `url` only: the link it opens. */
  readonly url?: string;
}

/** @internal */
export const interactiveButtonsDataSchema: Schema<InteractiveButtonsData> = object({
  titleText: optional(string),
  contentText: optional(string),
  footerText: optional(string),
  header: optional(string),
  body: optional(string),
  footer: optional(string),
  buttons: optional(
    array(
      object({
        type: optional(string),
        buttonId: optional(string),
        buttonText: optional(string),
        copyCode: optional(string),
        phoneNumber: optional(string),
        url: optional(string),
      }),
    ),
  ),
  ...forwardMarkFields,
});
