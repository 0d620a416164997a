/** What is needed of a notification's file. */
export interface MediaParts {
  readonly url: string | undefined;
  readonly mimeType: string | undefined;
}

/** The file that a message carries, `undefined` where it carries none. The part of core's `mediaOf` that a download needs. */
export function mediaIn(notification: unknown): MediaParts | undefined {
  const { messageData } = notification as { messageData?: { fileMessageData?: FileData; stickerMessageData?: FileData } };
  const file = messageData?.fileMessageData ?? messageData?.stickerMessageData;
  return file === undefined ? undefined : { url: textIn(file.downloadUrl), mimeType: textIn(file.mimeType) };
}

interface FileData {
  readonly downloadUrl?: unknown;
  readonly mimeType?: unknown;
}

function textIn(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
