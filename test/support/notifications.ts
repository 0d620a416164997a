/** A text message from a customer, as GREEN-API sends it. */
export function textMessage(text = "Hello", idMessage = "3EB0C767D097B7C7C030") {
  return {
    typeWebhook: "incomingMessageReceived",
    instanceData: { idInstance: 1101000001, wid: "79000000000@c.us", typeInstance: "whatsapp" },
    timestamp: 1_700_000_000,
    idMessage,
    senderData: {
      chatId: "79000000001@c.us",
      sender: "79000000001@c.us",
      chatName: "Customer",
      senderName: "Customer",
      senderContactName: "",
    },
    messageData: { typeMessage: "textMessage", textMessageData: { textMessage: text } },
  };
}

/** The shape of the sample on GREEN-API's page about webhooks, with the instance's number as given. */
export function statusSample(idInstance = "1"): string {
  return `{"typeWebhook":"statusInstanceChanged","instanceData":{"idInstance":${idInstance},"wid":"79000000000@c.us","typeInstance":"whatsapp"},"timestamp":1700000000,"statusInstance":"online"}`;
}
