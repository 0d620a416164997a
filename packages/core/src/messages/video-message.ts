import type { FileMessageData } from "./file-message-data.ts";
import type { QuotingMessage } from "./quoted-message.ts";

/**
 * A video. All messengers; documented.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/ImageMessage/
 */
export interface VideoMessage extends QuotingMessage {
  /** Tells this type from the others. */
  readonly typeMessage: "videoMessage";
  /** The file: where to get it, its name and caption. */
  readonly fileMessageData: FileMessageData;
}
