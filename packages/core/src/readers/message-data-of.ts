import type { MessageData } from "../messages/message-data.ts";
import { isParsed } from "../notifications/is-parsed.ts";
import { isMessageTypeWebhook, type MessageNotification } from "../notifications/message-notification.ts";
import type { Readable } from "./readable.ts";

/** The message that a known notification carries. `undefined` for other types, even if they have a field `messageData`. */
export function messageDataOf(readable: Readable): MessageData | undefined {
  const notification = !isParsed(readable) ? readable : readable.kind === "known" ? readable.notification : undefined;
  if (notification === undefined || !isMessageTypeWebhook(notification.typeWebhook)) return undefined;
  return (notification as Partial<MessageNotification>).messageData;
}
