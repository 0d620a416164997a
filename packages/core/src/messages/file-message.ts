import { detached, literal, object, optional, type Schema } from "../schema/schema.ts";
import { fileMessageDataSchema, type FileMessageData } from "./file-message-data.ts";
import { quotedMessageSchema, type QuotingMessage } from "./quoted-message.ts";

/**
 * A picture. All messengers; documented and observed.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/ImageMessage/
 */
export interface ImageMessage extends QuotingMessage {
  readonly typeMessage: "imageMessage";
  readonly fileMessageData: FileMessageData;
}

/**
 * A video. All messengers; documented.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/ImageMessage/
 */
export interface VideoMessage extends QuotingMessage {
  readonly typeMessage: "videoMessage";
  readonly fileMessageData: FileMessageData;
}

/**
 * A document: any file sent as such. All messengers; documented.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/ImageMessage/
 */
export interface DocumentMessage extends QuotingMessage {
  readonly typeMessage: "documentMessage";
  readonly fileMessageData: FileMessageData;
}

/**
 * An audio file or a voice message. All messengers; documented and observed.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/ImageMessage/
 */
export interface AudioMessage extends QuotingMessage {
  readonly typeMessage: "audioMessage";
  readonly fileMessageData: FileMessageData;
}

/**
 * A sticker. Its object is `fileMessageData`, except in Telegram's English page: `mediaOf` reads both. All messengers; documented and observed.
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/incoming-message/StickerMessage/
 */
export interface StickerMessage extends QuotingMessage {
  readonly typeMessage: "stickerMessage";
  /** Absent where the file is in `stickerMessageData`. */
  readonly fileMessageData?: FileMessageData;
  /** The sticker's file, under the name that Telegram's English page gives it (the Russian one says `fileMessageData`). Documented only. */
  readonly stickerMessageData?: FileMessageData;
}

/** @internal */
export const imageMessageSchema: Schema<ImageMessage> = object({
  typeMessage: literal("imageMessage"),
  fileMessageData: fileMessageDataSchema,
  quotedMessage: detached(quotedMessageSchema),
});

/** @internal */
export const videoMessageSchema: Schema<VideoMessage> = object({
  typeMessage: literal("videoMessage"),
  fileMessageData: fileMessageDataSchema,
  quotedMessage: detached(quotedMessageSchema),
});

/** @internal */
export const documentMessageSchema: Schema<DocumentMessage> = object({
  typeMessage: literal("documentMessage"),
  fileMessageData: fileMessageDataSchema,
  quotedMessage: detached(quotedMessageSchema),
});

/** @internal */
export const audioMessageSchema: Schema<AudioMessage> = object({
  typeMessage: literal("audioMessage"),
  fileMessageData: fileMessageDataSchema,
  quotedMessage: detached(quotedMessageSchema),
});

/** @internal */
export const stickerMessageSchema: Schema<StickerMessage> = object({
  typeMessage: literal("stickerMessage"),
  fileMessageData: optional(fileMessageDataSchema),
  stickerMessageData: optional(fileMessageDataSchema),
  quotedMessage: detached(quotedMessageSchema),
});
