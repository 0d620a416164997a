import { detached, literal, object, optional, type Schema } from "../schema/schema.ts";
import { quotedMessageSchema, type QuotingMessage } from "./quoted-message.ts";
import { templateButtonReplySchema, type TemplateButtonReply } from "./template-button-reply.ts";

/**
 * A template button, or on some devices a reply button, was tapped. Registering for either spelling receives both. WhatsApp and WABA;
 * documented.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/selected-buttons/TemplateButtonsReplyMessage/
 */
export interface TemplateButtonsReplyMessage extends QuotingMessage {
  /** The tables say `templateButtonsReplyMessage`, the examples `templateButtonReplyMessage`. */
  readonly typeMessage: "templateButtonsReplyMessage" | "templateButtonReplyMessage";
  /** Absent where the tap is in `templateMessage`. */
  readonly templateButtonReplyMessage?: TemplateButtonReply;
  /** The content under its type's name, in bodies that integrators report. */
  readonly templateButtonsReplyMessage?: TemplateButtonReply;
  /** The content, under its name in GREEN-API's Java models. */
  readonly templateMessage?: TemplateButtonReply;
}

/** @internal */
export const templateButtonsReplyMessageSchema: Schema<TemplateButtonsReplyMessage> = object({
  typeMessage: literal("templateButtonsReplyMessage", "templateButtonReplyMessage"),
  templateButtonReplyMessage: optional(templateButtonReplySchema),
  templateButtonsReplyMessage: optional(templateButtonReplySchema),
  templateMessage: optional(templateButtonReplySchema),
  quotedMessage: detached(quotedMessageSchema),
});
