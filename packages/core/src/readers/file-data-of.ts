import type { FileMessageData } from "../messages/file-message-data.ts";
import { messageDataOf } from "./message-data-of.ts";
import type { Readable } from "./readable.ts";

/** The file a message carries, under whichever name; `undefined` for messages without one. */
export function fileDataOf(notification: Readable): FileMessageData | undefined {
  const data = messageDataOf(notification);
  switch (data?.typeMessage) {
    case "imageMessage":
    case "videoMessage":
    case "documentMessage":
    case "audioMessage":
      return data.fileMessageData;
    case "stickerMessage":
      return data.fileMessageData ?? data.stickerMessageData;
    default:
      return undefined;
  }
}
