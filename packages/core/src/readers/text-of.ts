import type { Notification } from "../notifications/notification.ts";
export function textOf(notification: Notification): string | undefined {
  if (!("messageData" in notification) || notification.messageData.typeMessage !== "textMessage") return undefined;
  return notification.messageData.textMessageData.textMessage;
}
