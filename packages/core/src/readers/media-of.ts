import { fileDataOf } from "./file-data-of.ts";
import { messageDataOf } from "./message-data-of.ts";
import type { Readable } from "./readable.ts";

/** A file that a message carries. GREEN-API doesn't send its size. */
export interface Media {
  /** What it is. */
  readonly type: "image" | "video" | "document" | "audio" | "sticker";
  /** Where it can be had, for a limited time. `undefined` where it wasn't sent, or was sent empty: ask the API's `downloadFile` for it. */
  readonly url: string | undefined;
  /** Its MIME type, as sent; wrong in some bodies. `undefined` in old bodies. */
  readonly mimeType: string | undefined;
  /** Its name; made up by GREEN-API for everything but documents. `undefined` in old bodies. */
  readonly fileName: string | undefined;
  /** A small picture, base64 JPEG. `undefined` where there is none. */
  readonly thumbnail: string | undefined;
  /** Whether it is a sticker that moves. */
  readonly isAnimated: boolean;
  /** Whether it is an instant (round) video message. */
  readonly isVideoNote: boolean;
}

const types = {
  imageMessage: "image",
  videoMessage: "video",
  documentMessage: "document",
  audioMessage: "audio",
  stickerMessage: "sticker",
} as const;

/**
 * The file of a picture, video, document, audio or sticker. `undefined` for a message without one. Empty fields read as `undefined`.
 *
 * @example
 * const media = mediaOf(notification);
 * if (media?.url !== undefined) console.log(media.type, media.url);
 */
export function mediaOf(notification: Readable): Media | undefined {
  const data = messageDataOf(notification);
  if (data === undefined || !isMediaType(data.typeMessage)) return undefined;
  const file = fileDataOf(notification);
  return {
    type: types[data.typeMessage],
    url: file?.downloadUrl || undefined,
    mimeType: file?.mimeType || undefined,
    fileName: file?.fileName || undefined,
    thumbnail: file?.jpegThumbnail || undefined,
    isAnimated: file?.isAnimated ?? false,
    isVideoNote: file?.videoNote ?? false,
  };
}

function isMediaType(typeMessage: string): typeMessage is keyof typeof types {
  return Object.hasOwn(types, typeMessage);
}
