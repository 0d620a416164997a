import type { FileMessageData } from "./file-message-data.ts";
import type { QuotingMessage } from "./quoted-message.ts";

/**
 * An audio file or a voice message. All messengers; documented and observed.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/ImageMessage/
 */
export interface AudioMessage extends QuotingMessage {
  /** Tells this type from the others. */
  readonly typeMessage: "audioMessage";
  /** The file: where to get it, its name and caption. */
  readonly fileMessageData: FileMessageData;
}
