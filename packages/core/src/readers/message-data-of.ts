import type { MessageData } from "../messages/message-data.ts";
import { isMessageTypeWebhook, type MessageNotification } from "../notifications/message-notification.ts";
import type { Notification } from "../notifications/notification.ts";

/** The message that a notification carries. `undefined` for other types, even if they have a field `messageData`. */
export function messageDataOf(notification: Notification): MessageData | undefined {
  return isMessageTypeWebhook(notification.typeWebhook) ? (notification as Partial<MessageNotification>).messageData : undefined;
}
