import type { MessageData } from "../messages/message-data.ts";
import { isParsed } from "../notifications/is-parsed.ts";
import { isMessageTypeWebhook, type MessageNotification } from "../notifications/message-notification.ts";
import type { Readable } from "./readable.ts";

/** The message that a known notification carries; `undefined` for one without a message, whatever fields of other kinds it has. */
export function messageDataOf(readable: Readable): MessageData | undefined {
  const notification = !isParsed(readable) ? readable : readable.kind === "known" ? readable.notification : undefined;
  if (notification === undefined || !isMessageTypeWebhook(notification.typeWebhook)) return undefined;
  return (notification as Partial<MessageNotification>).messageData;
}
