import { stringFrom } from "../schema/string-from.ts";
import { fileFieldsOf } from "./file-fields-of.ts";
import { isFileAddress } from "./is-file-address.ts";
import { messageFieldsOf } from "./message-fields-of.ts";
import type { Readable } from "./readable.ts";

/** A file that a message carries. GREEN-API doesn't send its size. */
export interface Media {
  readonly type: "image" | "video" | "document" | "audio" | "sticker";
  /**
   * The file's address, valid for a limited time. `undefined` where it wasn't sent, or was sent empty or as a marker such as `{{SWE002}}`: the API
   * method `downloadFile` gives a new one.
   */
  readonly url: string | undefined;
  /** The MIME type, as sent; wrong in some bodies. `undefined` in old bodies. */
  readonly mimeType: string | undefined;
  /** The file's name; made up by GREEN-API for everything but documents. `undefined` in old bodies. */
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
  const { typeMessage } = messageFieldsOf(notification);
  if (!isMediaType(typeMessage)) return undefined;
  const { downloadUrl, mimeType, fileName, jpegThumbnail, isAnimated, videoNote } = fileFieldsOf(notification);
  return {
    type: types[typeMessage],
    url: isFileAddress(downloadUrl) ? downloadUrl : undefined,
    mimeType: stringFrom(mimeType) || undefined,
    fileName: stringFrom(fileName) || undefined,
    thumbnail: stringFrom(jpegThumbnail) || undefined,
    isAnimated: isAnimated === true,
    isVideoNote: videoNote === true,
  };
}

function isMediaType(typeMessage: unknown): typeMessage is keyof typeof types {
  return typeof typeMessage === "string" && Object.hasOwn(types, typeMessage);
}
