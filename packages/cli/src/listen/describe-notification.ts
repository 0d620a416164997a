import type { KnownNotification, UnknownNotification } from "@greenhook/core";
import { contentOf } from "@greenhook/inspector";
import { printable } from "../terminal/printable.ts";

/** A summary for the terminal: type, chat and text. */
export function describeNotification(parsed: KnownNotification | UnknownNotification): string {
  if (parsed.kind === "unknown") {
    const { typeWebhook, typeMessage, envelope } = parsed;
    return words("unknown", typeWebhook, typeMessage, envelope?.senderData?.chatId ?? envelope?.chatId);
  }
  const { notification } = parsed;
  switch (notification.typeWebhook) {
    case "incomingMessageReceived":
    case "outgoingMessageReceived":
    case "outgoingAPIMessageReceived": {
      const { senderData, messageData } = notification;
      const content = contentOf(parsed);
      return words(
        notification.typeWebhook,
        messageData.typeMessage,
        senderData.chatId,
        content === undefined ? undefined : JSON.stringify(content),
      );
    }
    case "outgoingMessageStatus":
      return words(notification.typeWebhook, notification.status, notification.chatId, notification.idMessage);
    case "stateInstanceChanged":
      return words(notification.typeWebhook, notification.stateInstance);
    case "statusInstanceChanged":
      return words(notification.typeWebhook, notification.statusInstance);
    case "incomingCall":
    case "outgoingCall":
      return words(notification.typeWebhook, notification.status, notification.from);
    case "incomingBlock":
      return words(notification.typeWebhook, notification.chatState);
    case "deviceInfo":
    case "quotaExceeded":
      return notification.typeWebhook;
  }
}

function words(...parts: readonly (string | undefined)[]): string {
  return parts
    .filter((part) => part !== undefined && part !== "")
    .map((part) => printable(part!))
    .join("  ");
}
