import type { IncomingMessageReceived, Notification, TextMessage } from "@greenhook/core/types";

export function textOf(notification: Notification): string | undefined {
  if (notification.typeWebhook !== "incomingMessageReceived" || notification.messageData.typeMessage !== "textMessage") return undefined;
  return notification.messageData.textMessageData.textMessage;
}

export function textOfText(notification: IncomingMessageReceived<TextMessage>): string | undefined {
  return notification.messageData.textMessageData.textMessage;
}
