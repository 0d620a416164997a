import type { FileMessageData } from "@greenhook/core/types";
import type { FileInput } from "./file-input.ts";

/** The file of a message. */
export function fileDataOf(input: FileInput, defaultName: string, defaultType: string): FileMessageData {
  const { fileName = defaultName, caption = "", mimeType = defaultType, downloadUrl = `https://files.example.com/${fileName}` } = input;
  return { downloadUrl, caption, fileName, jpegThumbnail: "", mimeType, forwardingScore: 0, isForwarded: false };
}
