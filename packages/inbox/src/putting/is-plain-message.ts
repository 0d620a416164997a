import { deletionOf, editOf, isUndecryptable, type KnownNotification, type UnknownNotification } from "@greenhook/core";

const messageKinds: ReadonlySet<string> = new Set(["incomingMessageReceived", "outgoingMessageReceived", "outgoingAPIMessageReceived"]);

/** Whether a notification is a message itself, and not an edit, a deletion, a poll's votes or the marker of one that couldn't be decrypted. */
export function isPlainMessage(parsed: KnownNotification | UnknownNotification): boolean {
  const { typeWebhook, typeMessage } = kindOf(parsed);
  if (!messageKinds.has(typeWebhook) || typeMessage === "pollUpdateMessage") return false;
  return editOf(parsed) === undefined && deletionOf(parsed) === undefined && !isUndecryptable(parsed);
}

function kindOf(parsed: KnownNotification | UnknownNotification): {
  readonly typeWebhook: string;
  readonly typeMessage?: string | undefined;
} {
  if (parsed.kind === "unknown") return parsed;
  const { notification } = parsed;
  return "messageData" in notification
    ? { typeWebhook: notification.typeWebhook, typeMessage: notification.messageData.typeMessage }
    : { typeWebhook: notification.typeWebhook };
}
