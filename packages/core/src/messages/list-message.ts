import { array, detached, literal, object, optional, string, type Schema } from "../schema/schema.ts";
import { forwardMarkFields, type ForwardMarks } from "./forward-marks.ts";
import { listSectionSchema, type ListSection } from "./list-section.ts";
import { quotedMessageSchema, type QuotingMessage } from "./quoted-message.ts";

/**
 * A message with a list to choose from; the response comes as a `ListResponseMessage`. WhatsApp; documented.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/ListMessage/
 */
export interface ListMessage extends QuotingMessage {
  readonly typeMessage: "listMessage";
  readonly listMessage: ListMessageData;
}

export interface ListMessageData extends ForwardMarks {
  readonly contentText?: string;
  /** The title above the text. */
  readonly title?: string;
  /** The footer. */
  readonly footer?: string;
  /** The label of the button that opens the list. */
  readonly buttonText?: string;
  readonly sections?: readonly ListSection[];
}

/** @internal */
export const listMessageSchema: Schema<ListMessage> = object({
  typeMessage: literal("listMessage"),
  listMessage: object({
    contentText: optional(string),
    title: optional(string),
    footer: optional(string),
    buttonText: optional(string),
    sections: optional(array(listSectionSchema)),
    ...forwardMarkFields,
  }),
  quotedMessage: detached(quotedMessageSchema),
});
