import type { MessageData } from "../messages/message-data.ts";
import type { Readable } from "./readable.ts";

/** The message a notification carries; `undefined` for one without a message. */
export function messageDataOf(notification: Readable): MessageData | undefined {
  // Only message notifications have the field: envelopes are made here, and never have it.
  return (notification as { readonly messageData?: MessageData }).messageData;
}
