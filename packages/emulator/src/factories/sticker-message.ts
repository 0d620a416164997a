import type { IncomingMessageReceived, StickerMessage } from "@greenhook/core/types";
import { fileDataOf } from "./file-data-of.ts";
import type { FileInput } from "./file-input.ts";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";

/** What {@link stickerMessage} takes. */
export interface StickerMessageInput extends FileInput {
  /** `stickerMessageData` is how one of Telegram's pages names the file. Default: `fileMessageData`. */
  readonly variant?: "fileMessageData" | "stickerMessageData";
}

/** A sticker. */
export function stickerMessage(
  input: StickerMessageInput = {},
  changes?: MessageChanges<StickerMessage>,
): IncomingMessageReceived<StickerMessage> {
  const file = { ...fileDataOf(input, "hi.webp", "image/webp"), isAnimated: true };
  const data = input.variant === "stickerMessageData" ? { stickerMessageData: file } : { fileMessageData: file };
  return incomingMessage<StickerMessage>(input, { typeMessage: "stickerMessage", ...data }, changes);
}
