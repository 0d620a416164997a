import { detached, literal, object, optional, type Schema } from "../schema/schema.ts";
import { interactiveButtonsDataSchema, type InteractiveButtonsData } from "./interactive-buttons-data.ts";
import { quotedMessageSchema, type QuotingMessage } from "./quoted-message.ts";
import { templateButtonReplySchema, type TemplateButtonReply } from "./template-button-reply.ts";

/**
 * A message whose buttons are all of type `reply`. Documented (beta); live ones were observed as `interactiveButtons` instead. In GREEN-API's
 * newest Java models this type is a response and carries `templateButtonReplyMessage`, which is not confirmed. Registering for either spelling
 * receives both. WhatsApp.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/InteractiveButtonsReply/
 */
export interface InteractiveButtonsReply extends QuotingMessage {
  /** The pages' conditions say `interactiveButtonsReply`, the table of one English page `interactiveButtonReply`. */
  readonly typeMessage: "interactiveButtonsReply" | "interactiveButtonReply";
  /** Absent where the type is a response. */
  readonly interactiveButtonsReply?: InteractiveButtonsData;
  /** The response, in GREEN-API's newest Java models only. */
  readonly templateButtonReplyMessage?: TemplateButtonReply;
}

/** @internal */
export const interactiveButtonsReplySchema: Schema<InteractiveButtonsReply> = object({
  typeMessage: literal("interactiveButtonsReply", "interactiveButtonReply"),
  interactiveButtonsReply: optional(interactiveButtonsDataSchema),
  templateButtonReplyMessage: optional(templateButtonReplySchema),
  quotedMessage: detached(quotedMessageSchema),
});
