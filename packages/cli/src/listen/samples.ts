const now = (): number => Math.floor(Date.now() / 1000);
const instanceData = { idInstance: 1101000001, wid: "79000000000@c.us", typeInstance: "whatsapp" };
const senderData = {
  chatId: "79000000001@c.us",
  sender: "79000000001@c.us",
  chatName: "Sample Customer",
  senderName: "Sample Customer",
  senderContactName: "",
};

/** A handful of notifications in the shapes that GREEN-API sends, with values of our own. */
export function sampleNotifications(): readonly object[] {
  const timestamp = now();
  const message = (idMessage: string, messageData: object): object => ({
    typeWebhook: "incomingMessageReceived",
    instanceData,
    timestamp,
    idMessage,
    senderData,
    messageData,
  });
  return [
    { typeWebhook: "stateInstanceChanged", instanceData, timestamp, stateInstance: "authorized" },
    message("SAMPLE0000000001", { typeMessage: "textMessage", textMessageData: { textMessage: "Hello! Is my parcel on its way?" } }),
    message("SAMPLE0000000002", {
      typeMessage: "imageMessage",
      fileMessageData: {
        downloadUrl: "https://media.example.com/parcel.jpg",
        caption: "It should look like this",
        fileName: "parcel.jpg",
        jpegThumbnail: "",
        mimeType: "image/jpeg",
        forwardingScore: 0,
        isForwarded: false,
      },
    }),
    {
      typeWebhook: "outgoingMessageStatus",
      chatId: senderData.chatId,
      instanceData,
      timestamp,
      idMessage: "SAMPLE0000000003",
      status: "delivered",
      sendByApi: true,
    },
    { typeWebhook: "somethingNewAtGreenApi", instanceData, timestamp, note: "kinds that aren't known yet are delivered too" },
  ];
}

/** The notification that GREEN-API's page on webhooks shows, as it should read. */
export function pastableSample(): object {
  return {
    typeWebhook: "statusInstanceChanged",
    instanceData: { ...instanceData, idInstance: 1 },
    timestamp: now(),
    statusInstance: "online",
  };
}
