import { createDispatcher, createWebhookHandler } from "@greenhook/core";

export const handler = createWebhookHandler({
  token: "secret",
  deliver: createDispatcher()
    .onText((notification, text) => console.log(notification.senderData.chatId, text))
    .onMessage("imageMessage", (notification) => console.log(notification.messageData.fileMessageData.downloadUrl))
    .on("outgoingMessageStatus", (notification) => console.log(notification.idMessage, notification.status)),
});
