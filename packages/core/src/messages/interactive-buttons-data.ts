import type { OpenUnion } from "../schema/open-union.ts";
import { array, object, optional, string, type Schema } from "../schema/schema.ts";
import { forwardMarkFields, type ForwardMarks } from "./forward-marks.ts";

export interface InteractiveButtonsData extends ForwardMarks {
  readonly titleText?: string;
  readonly contentText?: string;
  /** The footer. */
  readonly footerText?: string;
  /** The title, under the name in the tables of the reply buttons' page. */
  readonly header?: string;
  /** The text, under the name in the tables of the reply buttons' page. */
  readonly body?: string;
  /** The footer, under the name in the tables of the reply buttons' page. */
  readonly footer?: string;
  readonly buttons?: readonly InteractiveButton[];
}

export interface InteractiveButton {
  readonly type?: OpenUnion<"copy" | "call" | "url" | "reply">;
  /** The id that a response names. */
  readonly buttonId?: string;
  /** The label. */
  readonly buttonText?: string;
  /** Type `copy` only. */
  readonly copyCode?: string;
  /** Type `call` only. */
  readonly phoneNumber?: string;
  /** Type `url` only. */
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
