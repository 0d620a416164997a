import type { FileMessageData } from "./file-message-data.ts";
import type { QuotingMessage } from "./quoted-message.ts";

/**
 * A picture. All messengers; documented and observed.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/ImageMessage/
 */
export interface ImageMessage extends QuotingMessage {
  /** Tells this type from the others. */
  readonly typeMessage: "imageMessage";
  /** The file: where to get it, its name and caption. */
  readonly fileMessageData: FileMessageData;
}
