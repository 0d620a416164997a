/** A text message's JSON: the same for the same prefix and number, in one of so many chats, about as long as real ones. */
export function numberedText(prefix, number, chats = 20) {
  const chatId = `7900000${String(number % chats).padStart(4, "0")}@c.us`;
  return JSON.stringify({
    typeWebhook: "incomingMessageReceived",
    instanceData: { idInstance: 1101000001, wid: "79990000000@c.us", typeInstance: "whatsapp" },
    timestamp: 1763000000,
    idMessage: `${prefix}-${number}`,
    senderData: { chatId, sender: chatId, senderName: "Name" },
    messageData: { typeMessage: "textMessage", textMessageData: { textMessage: "text ".repeat(20 + (number % 100)) } },
  });
}
