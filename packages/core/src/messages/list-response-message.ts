import { detached, literal, number, object, optional, string, union, type Schema } from "../schema/schema.ts";
import { quotedMessageSchema, type QuotingMessage } from "./quoted-message.ts";

/**
 * A row of a list was chosen. WhatsApp; documented.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/selected-buttons/ListResponseMessage/
 */
export interface ListResponseMessage extends QuotingMessage {
  readonly typeMessage: "listResponseMessage";
  readonly listResponseMessage: ListResponse;
}

export interface ListResponse {
  /** The `idMessage` of the message with the list. Absent in one documented body. */
  readonly stanzaId?: string;
  readonly title?: string;
  /** The kind of list. The table says string, the example has the number 1. */
  readonly listType?: number | string;
  readonly singleSelectReply: string;
}

/** @internal */
export const listResponseMessageSchema: Schema<ListResponseMessage> = object({
  typeMessage: literal("listResponseMessage"),
  listResponseMessage: object({
    stanzaId: optional(string),
    title: optional(string),
    listType: optional(union([number, string])),
    singleSelectReply: string,
  }),
  quotedMessage: detached(quotedMessageSchema),
});
