import { detached, literal, number, object, optional, string, union, type Schema } from "../schema/schema.ts";
import { quotedMessageSchema, type QuotingMessage } from "./quoted-message.ts";
import type { TemplateButtonReply } from "./template-button-reply.ts";

/**
 * A reply button of an `InteractiveButtons` message was tapped; `quotedMessage` holds that whole message. Each further tap is a new
 * notification. WhatsApp; observed, on no page.
 *
 * @see https://github.com/green-api/issues/issues/868
 */
export interface InteractiveButtonsResponse extends QuotingMessage {
  readonly typeMessage: "interactiveButtonsResponse";
  readonly interactiveButtonsResponse: InteractiveButtonsResponseData;
}

export interface InteractiveButtonsResponseData extends TemplateButtonReply {
  /** The button's id, under a name that some integrators read; not confirmed. */
  readonly selectedButtonId?: string;
  /** The label, under a name that some integrators read; not confirmed. */
  readonly selectedButtonText?: string;
}

/** @internal */
export const interactiveButtonsResponseSchema: Schema<InteractiveButtonsResponse> = object({
  typeMessage: literal("interactiveButtonsResponse"),
  interactiveButtonsResponse: object({
    stanzaId: optional(string),
    selectedIndex: optional(union([number, string])),
    selectedId: optional(string),
    selectedDisplayText: optional(string),
    selectedButtonId: optional(string),
    selectedButtonText: optional(string),
  }),
  quotedMessage: detached(quotedMessageSchema),
});
