import { boolean, object, optional, string, type Schema } from "../schema/schema.ts";
import { forwardMarkFields, type ForwardMarks } from "./forward-marks.ts";

/**
 * The file of an image, a video, a document, an audio or a sticker.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/ImageMessage/
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/outgoing-message/ImageMessage/
 */
export interface FileMessageData extends ForwardMarks {
  /** The file's address, valid for a limited time. Observed empty and absent (an open report); the API method `downloadFile` gives a new one. */
  readonly downloadUrl?: string;
  /** MAX only, while the instance's setting `downloadUrlJpeg` is on: the address of the picture as JPEG. Reported; the page has the setting only. */
  readonly downloadUrlJpeg?: string;
  /** Often empty. Absent on some audio. */
  readonly caption?: string;
  /** The file's name; made up for everything but documents. Absent in bodies from before 2022. */
  readonly fileName?: string;
  /** A small picture, base64 JPEG. Observed empty and absent. */
  readonly jpegThumbnail?: string;
  /** The file's MIME type. Absent in bodies from before 2022; wrong in some documented ones. */
  readonly mimeType?: string;
  /** Documented for all files, true for stickers only. */
  readonly isAnimated?: boolean;
  /** A title, in 2021 and 2022 pages only. */
  readonly titleFile?: string;
  /** Videos only: whether it is an instant (round) video message. Documented on the page of outgoing files; absent in older bodies. */
  readonly videoNote?: boolean;
}

/** @internal */
export const fileMessageDataSchema: Schema<FileMessageData> = object({
  downloadUrl: optional(string),
  downloadUrlJpeg: optional(string),
  caption: optional(string),
  fileName: optional(string),
  jpegThumbnail: optional(string),
  mimeType: optional(string),
  isAnimated: optional(boolean),
  titleFile: optional(string),
  videoNote: optional(boolean),
  ...forwardMarkFields,
});
