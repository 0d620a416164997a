import type { MessageData, Notification } from "@greenhook/core/types";

export function describeNotification(notification: Notification): string | undefined {
  switch (notification.typeWebhook) {
    case "incomingMessageReceived":
    case "outgoingMessageReceived":
    case "outgoingAPIMessageReceived":
      return describeMessage(notification.messageData);
    case "outgoingMessageStatus":
      return notification.status;
    case "stateInstanceChanged":
      return notification.stateInstance;
    case "statusInstanceChanged":
      return notification.statusInstance;
    case "deviceInfo":
      return "avatarInfo" in notification ? notification.avatarInfo.urlAvatar : notification.deviceData.platform;
    case "incomingCall":
    case "outgoingCall":
      return notification.status;
    case "incomingBlock":
      return notification.chatState;
    case "quotaExceeded":
      return notification.quotaData.description;
    default:
      return never(notification);
  }
}

function describeMessage(data: MessageData): string | undefined {
  switch (data.typeMessage) {
    case "textMessage":
      return data.textMessageData.textMessage;
    case "extendedTextMessage":
    case "quotedMessage":
    case "reactionMessage":
      return data.extendedTextMessageData.text;
    case "imageMessage":
    case "videoMessage":
    case "documentMessage":
    case "audioMessage":
      return data.fileMessageData.downloadUrl;
    case "stickerMessage":
      return (data.fileMessageData ?? data.stickerMessageData)?.downloadUrl;
    case "locationMessage":
      return data.locationMessageData.address;
    case "contactMessage":
      return data.contactMessageData.vcard;
    case "contactsArrayMessage":
    case "ContactsArrayMessage":
      return (data.messageData?.contacts ?? data.contacts)?.[0]?.vcard;
    case "pollMessage":
      return (data.pollMessageData ?? data.pollCreationMessage)?.name;
    case "pollUpdateMessage":
      return data.pollMessageData.votes[0]?.optionName;
    case "editedMessage":
      return data.editedMessageData?.textMessage;
    case "deletedMessage":
      return data.deletedMessageData.stanzaId;
    case "buttonsMessage":
      return data.buttonsMessage?.contentText;
    case "listMessage":
      return data.listMessage.contentText;
    case "templateMessage":
      return data.templateMessage?.contentText;
    case "interactiveButtons":
      return data.interactiveButtons.contentText;
    case "interactiveButtonsReply":
    case "interactiveButtonReply":
      return data.interactiveButtonsReply?.contentText;
    case "buttonsResponseMessage":
      return data.buttonsResponseMessage.selectedButtonId;
    case "templateButtonsReplyMessage":
    case "templateButtonReplyMessage":
      return data.templateButtonReplyMessage?.selectedId;
    case "listResponseMessage":
      return data.listResponseMessage.singleSelectReply;
    case "interactiveButtonsResponse":
      return data.interactiveButtonsResponse.selectedId;
    case "groupInviteMessage":
      return data.groupInviteMessageData.groupJid;
    case "orderMessage":
      return data.orderMessage?.orderId;
    case "productMessage":
      return data.productMessage?.title;
    default:
      return never(data);
  }
}

function never(value: never): never {
  throw new Error(String(value));
}
