import type { KnownNotification, SenderData, UnknownNotification } from "@greenhook/core";

/** Fields that several kinds of notifications have. */
export interface CommonFields {
  readonly idInstance?: number | undefined;
  readonly idMessage?: string | undefined;
  readonly typeMessage?: string | undefined;
  readonly senderData?: Partial<SenderData> | undefined;
  /** The status of a message or a call, or the state of the instance. */
  readonly status?: string | undefined;
}

/** The common fields that a notification's type has. By `typeWebhook`: on other types, fields of these names may hold anything. */
export function commonFieldsOf(parsed: KnownNotification | UnknownNotification): CommonFields {
  if (parsed.kind === "unknown") {
    const { envelope, typeMessage } = parsed;
    return {
      idInstance: envelope?.instanceData?.idInstance,
      idMessage: envelope?.idMessage,
      typeMessage,
      senderData: envelope?.senderData,
    };
  }
  const { notification } = parsed;
  const { idInstance } = notification.instanceData;
  switch (notification.typeWebhook) {
    case "incomingMessageReceived":
    case "outgoingMessageReceived":
    case "outgoingAPIMessageReceived": {
      const { idMessage, messageData, senderData } = notification;
      return { idInstance, idMessage, typeMessage: messageData.typeMessage, senderData };
    }
    case "outgoingMessageStatus":
    case "incomingCall":
    case "outgoingCall": {
      const { idMessage, status } = notification;
      return { idInstance, idMessage, status };
    }
    case "stateInstanceChanged":
      return { idInstance, status: notification.stateInstance };
    case "statusInstanceChanged":
      return { idInstance, status: notification.statusInstance };
    default:
      return { idInstance };
  }
}
