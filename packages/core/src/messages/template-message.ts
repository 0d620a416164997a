import { array, detached, literal, object, optional, string, type Schema } from "../schema/schema.ts";
import { forwardMarkFields, type ForwardMarks } from "./forward-marks.ts";
import { quotedMessageSchema, type QuotingMessage } from "./quoted-message.ts";
import { templateButtonSchema, type TemplateButton } from "./template-button.ts";

/**
 * A message with template buttons (link, call, quick reply); on WABA also the echo of a template that was sent. The response comes as a
 * `TemplateButtonsReplyMessage`. WhatsApp and WABA; documented.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/TemplateMessage/
 * @see https://green-api.com/waba/api/receiving/notifications-format/outgoing-message/template-message
 */
export interface TemplateMessage extends QuotingMessage {
  readonly typeMessage: "templateMessage";
  /** Absent on WABA's page. */
  readonly templateMessage?: TemplateMessageData;
  /** WABA, sent messages: the template and its parameters. Absent for all others. */
  readonly messageData?: SentTemplate;
}

export interface SentTemplate {
  readonly templateId?: string;
  /** The values for the template's placeholders, in order. */
  readonly params?: readonly string[];
}

export interface TemplateMessageData extends ForwardMarks {
  /** Absent on WABA. */
  readonly contentText?: string;
  /** The footer. Absent on WABA. */
  readonly footer?: string;
  /** The template's namespace. Documented, absent in the examples. */
  readonly namespace?: string;
  /** The template's name. Documented, absent in the examples. */
  readonly elementName?: string;
  /** The buttons. Absent on WABA. */
  readonly buttons?: readonly TemplateButton[];
  /** The title, in GREEN-API's newest own types only. */
  readonly titleText?: string;
  /** The footer, in GREEN-API's newest own types only. */
  readonly footerText?: string;
  /** The address of a picture or file, in GREEN-API's newest own types only. */
  readonly mediaUrl?: string;
  /** WABA, sent messages: the template's id, in GREEN-API's newest own types only. */
  readonly templateId?: string;
  /** WABA, sent messages: the template's parameters, in GREEN-API's newest own types only. */
  readonly params?: readonly string[];
}

/** @internal */
export const templateMessageSchema: Schema<TemplateMessage> = object({
  typeMessage: literal("templateMessage"),
  templateMessage: optional(
    object({
      contentText: optional(string),
      footer: optional(string),
      namespace: optional(string),
      elementName: optional(string),
      buttons: optional(array(templateButtonSchema)),
      titleText: optional(string),
      footerText: optional(string),
      mediaUrl: optional(string),
      templateId: optional(string),
      params: optional(array(string)),
      ...forwardMarkFields,
    }),
  ),
  messageData: optional(object({ templateId: optional(string), params: optional(array(string)) })),
  quotedMessage: detached(quotedMessageSchema),
});
