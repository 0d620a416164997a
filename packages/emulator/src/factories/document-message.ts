import type { DocumentMessage, IncomingMessageReceived } from "@greenhook/core/types";
import { fileDataOf } from "./file-data-of.ts";
import type { FileInput } from "./file-input.ts";
import { incomingMessage, type MessageChanges } from "./incoming-message.ts";

/** A document. */
export function documentMessage(
  input: FileInput = {},
  changes?: MessageChanges<DocumentMessage>,
): IncomingMessageReceived<DocumentMessage> {
  const fileMessageData = { ...fileDataOf(input, "offer.pdf", "application/pdf"), isAnimated: false };
  return incomingMessage<DocumentMessage>(input, { typeMessage: "documentMessage", fileMessageData }, changes);
}
