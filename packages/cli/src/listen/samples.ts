import {
  imageMessage,
  outgoingMessageStatus,
  stateInstanceChanged,
  statusInstanceChanged,
  textMessage,
  unknownNotification,
} from "@greenhook/emulator/notifications";

/** The notifications of `greenhook listen --samples`. */
export function sampleNotifications(): readonly object[] {
  const timestamp = now();
  return [
    stateInstanceChanged({ timestamp }),
    textMessage({ timestamp, idMessage: "SAMPLE0000000001", text: "Hello! Is my parcel on its way?" }),
    imageMessage({ timestamp, idMessage: "SAMPLE0000000002", caption: "It should look like this", fileName: "parcel.jpg" }),
    outgoingMessageStatus({ timestamp, idMessage: "SAMPLE0000000003" }),
    unknownNotification({ timestamp, typeWebhook: "somethingNewAtGreenApi" }),
  ];
}

/** The notification on GREEN-API's page about webhooks, corrected: its `idInstance` there isn't JSON. */
export function pastableSample(): object {
  return statusInstanceChanged({ timestamp: now(), idInstance: 1 });
}

const now = (): number => Math.floor(Date.now() / 1000);
