import type { FileMessageData } from "./file-message-data.ts";
import type { QuotingMessage } from "./quoted-message.ts";

/**
 * A sticker. Its object is `fileMessageData`, except in Telegram's English page: `mediaOf` reads both. All messengers; documented and observed.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/StickerMessage/
 */
export interface StickerMessage extends QuotingMessage {
  /** Tells this type from the others. */
  readonly typeMessage: "stickerMessage";
  /** The sticker's file. Absent where it is in `stickerMessageData`. */
  readonly fileMessageData?: FileMessageData;
  /** The sticker's file, under the name that Telegram's English page gives it (the Russian one says `fileMessageData`). Documented only. */
  readonly stickerMessageData?: FileMessageData;
}
