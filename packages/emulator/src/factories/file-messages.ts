import type { AudioMessage, DocumentMessage, FileMessageData, ImageMessage, StickerMessage, VideoMessage } from "@greenhook/core/types";
import { messageFactory, type MessageFactory, type MessageInput } from "./factory.ts";

// Files: the default body of each, one row per factory. everyNotification() finds new rows by itself.

/** The options of every factory of a file. */
export interface FileInput extends MessageInput {
  /** Empty where GREEN-API has no file (yet). @default "https://files.example.com/" and the file's name */
  readonly downloadUrl?: string;
  /** @default a name of the type, such as "menu.jpeg" */
  readonly fileName?: string;
  /** @default "" */
  readonly caption?: string;
  /** @default the type of the default file, such as "image/jpeg" */
  readonly mimeType?: string;
}
/** A picture. */
export const imageMessage: MessageFactory<ImageMessage, FileInput> = messageFactory((input) => ({
  typeMessage: "imageMessage",
  fileMessageData: fileDataOf(input, "menu.jpeg", "image/jpeg"),
}));
/** A video. */
export const videoMessage: MessageFactory<VideoMessage, FileInput> = messageFactory((input) => ({
  typeMessage: "videoMessage",
  fileMessageData: fileDataOf(input, "tour.mp4", "video/mp4"),
}));
/** A document. */
export const documentMessage: MessageFactory<DocumentMessage, FileInput> = messageFactory((input) => ({
  typeMessage: "documentMessage",
  fileMessageData: { ...fileDataOf(input, "offer.pdf", "application/pdf"), isAnimated: false },
}));
/** A voice message. */
export const audioMessage: MessageFactory<AudioMessage, FileInput> = messageFactory((input) => ({
  typeMessage: "audioMessage",
  fileMessageData: fileDataOf(input, "voice.ogg", "audio/ogg; codecs=opus"),
}));

export interface StickerMessageInput extends FileInput {
  /** The field that holds the file; one of Telegram's pages names it `stickerMessageData`. @default "fileMessageData" */
  readonly variant?: "fileMessageData" | "stickerMessageData";
}
/** A sticker. */
export const stickerMessage: MessageFactory<StickerMessage, StickerMessageInput> = messageFactory((input) => {
  const file = { ...fileDataOf(input, "hi.webp", "image/webp"), isAnimated: true };
  return {
    typeMessage: "stickerMessage",
    ...(input.variant === "stickerMessageData" ? { stickerMessageData: file } : { fileMessageData: file }),
  };
});

function fileDataOf(input: FileInput, defaultName: string, defaultType: string): FileMessageData {
  const { fileName = defaultName, caption = "", mimeType = defaultType, downloadUrl = `https://files.example.com/${fileName}` } = input;
  return { downloadUrl, caption, fileName, jpegThumbnail: "", mimeType, forwardingScore: 0, isForwarded: false };
}
