import { fieldsOf } from "./fields-of.ts";
import { messageFieldsOf } from "./message-fields-of.ts";
import type { Readable } from "./readable.ts";

/** The fields of the file that a message carries, under either name; none of a message without one. */
export function fileFieldsOf(readable: Readable): Readonly<Record<string, unknown>> {
  const { typeMessage, fileMessageData, stickerMessageData } = messageFieldsOf(readable);
  switch (typeMessage) {
    case "imageMessage":
    case "videoMessage":
    case "documentMessage":
    case "audioMessage":
      return fieldsOf(fileMessageData);
    case "stickerMessage":
      return fieldsOf(fileMessageData ?? stickerMessageData);
    default:
      return {};
  }
}
