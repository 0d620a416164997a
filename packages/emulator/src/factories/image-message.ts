import type { ImageMessage, IncomingMessageReceived } from "@greenhook/core/types";
import { fileDataOf } from "./file-data-of.ts";
import type { FileInput } from "./file-input.ts";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";

/** A picture. */
export function imageMessage(input: FileInput = {}, changes?: MessageChanges<ImageMessage>): IncomingMessageReceived<ImageMessage> {
  const fileMessageData = fileDataOf(input, "menu.jpeg", "image/jpeg");
  return incomingMessage<ImageMessage>(input, { typeMessage: "imageMessage", fileMessageData }, changes);
}
