import type { MessageData } from "../messages/message-data.ts";
import { isMessageTypeWebhook } from "../notifications/message-notification.ts";
import type { MessageNotification } from "../notifications/message-notification.ts";
import type { Readable } from "./readable.ts";

/** The message a notification carries; `undefined` for one without a message, whatever foreign fields it has. */
export function messageDataOf(notification: Readable): MessageData | undefined {
  return isMessageTypeWebhook(notification.typeWebhook) ? (notification as Partial<MessageNotification>).messageData : undefined;
}
