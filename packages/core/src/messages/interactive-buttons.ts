import { detached, literal, object, type Schema } from "../schema/schema.ts";
import { interactiveButtonsDataSchema, type InteractiveButtonsData } from "./interactive-buttons-data.ts";
import { quotedMessageSchema, type QuotingMessage } from "./quoted-message.ts";

/**
 * A message with interactive buttons (copy, call, link, reply). The response to a reply button comes as `interactiveButtonsResponse` or
 * `templateButtonsReplyMessage`, depending on the recipient's device: `choiceOf` reads both. WhatsApp; documented (beta) and observed.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/InteractiveButtons/
 */
export interface InteractiveButtons extends QuotingMessage {
  readonly typeMessage: "interactiveButtons";
  readonly interactiveButtons: InteractiveButtonsData;
}

/** @internal */
export const interactiveButtonsSchema: Schema<InteractiveButtons> = object({
  typeMessage: literal("interactiveButtons"),
  interactiveButtons: interactiveButtonsDataSchema,
  quotedMessage: detached(quotedMessageSchema),
});
