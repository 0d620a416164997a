import type { OpenUnion } from "../notifications/open-union.ts";
import type { ForwardMarks } from "./forward-marks.ts";
import type { QuotingMessage } from "./quoted-message.ts";

/**
 * A message with interactive buttons (copy, call, link, reply). The answer to a reply button comes as `interactiveButtonsResponse` or
 * `templateButtonsReplyMessage`, depending on the recipient's device: `choiceOf` reads both. WhatsApp; documented (beta) and observed.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/InteractiveButtons/
 */
export interface InteractiveButtons extends QuotingMessage {
  /** Tells this type from the others. */
  readonly typeMessage: "interactiveButtons";
  /** The texts and buttons. */
  readonly interactiveButtons: InteractiveButtonsData;
}

/** What an {@link InteractiveButtons} message carries. */
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
