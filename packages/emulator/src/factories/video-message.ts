import type { VideoMessage, IncomingMessageReceived } from "@greenhook/core/types";
import { fileDataOf } from "./file-data-of.ts";
import type { FileInput } from "./file-input.ts";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";

/** A video. */
export function videoMessage(input: FileInput = {}, changes?: MessageChanges<VideoMessage>): IncomingMessageReceived<VideoMessage> {
  const fileMessageData = fileDataOf(input, "tour.mp4", "video/mp4");
  return incomingMessage<VideoMessage>(input, { typeMessage: "videoMessage", fileMessageData }, changes);
}
