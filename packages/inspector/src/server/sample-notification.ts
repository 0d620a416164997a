/** A text message that happened now, to begin with. */
export function sampleNotification(): object {
  const chat = { chatId: "79000000001@c.us", sender: "79000000001@c.us", chatName: "Anna", senderName: "Anna", senderContactName: "" };
  return {
    typeWebhook: "incomingMessageReceived",
    instanceData: { idInstance: 1101000001, wid: "79000000000@c.us", typeInstance: "whatsapp" },
    timestamp: Math.floor(Date.now() / 1000),
    idMessage: `SAMPLE${Date.now()}`,
    senderData: chat,
    messageData: { typeMessage: "textMessage", textMessageData: { textMessage: "Hello! Is my parcel on its way?" } },
  };
}
