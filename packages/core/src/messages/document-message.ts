import type { FileMessageData } from "./file-message-data.ts";
import type { QuotingMessage } from "./quoted-message.ts";

/**
 * A document: any file sent as such. All messengers; documented.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/ImageMessage/
 */
export interface DocumentMessage extends QuotingMessage {
  /** Tells this type from the others. */
  readonly typeMessage: "documentMessage";
  /** The file: where to get it, its name and caption. */
  readonly fileMessageData: FileMessageData;
}
