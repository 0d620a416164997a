import type { AudioMessage, IncomingMessageReceived } from "@greenhook/core/types";
import { fileDataOf } from "./file-data-of.ts";
import type { FileInput } from "./file-input.ts";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";

/** A voice message. */
export function audioMessage(input: FileInput = {}, changes?: MessageChanges<AudioMessage>): IncomingMessageReceived<AudioMessage> {
  const fileMessageData = fileDataOf(input, "voice.ogg", "audio/ogg; codecs=opus");
  return incomingMessage<AudioMessage>(input, { typeMessage: "audioMessage", fileMessageData }, changes);
}
