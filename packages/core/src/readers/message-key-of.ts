import { sha256 } from "../bytes/sha256.ts";
import type { Notification } from "../notifications/notification.ts";
import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
import { stringFrom } from "../schema/string-from.ts";
import { chatOf } from "./chat-of.ts";
import { fieldsOf } from "./fields-of.ts";
import { instancePartOf } from "./instance-part-of.ts";
import { notificationFieldsOf } from "./notification-fields-of.ts";

/** A status has its message's id too, but isn't the message. */
const directions: Readonly<Record<string, "incoming" | "outgoing">> = {
  incomingMessageReceived: "incoming",
  outgoingMessageReceived: "outgoing",
  outgoingAPIMessageReceived: "outgoing",
  incomingCall: "incoming",
  outgoingCall: "outgoing",
};

/**
 * The key of a message or a call, the same for its notification and for its row in GREEN-API's journals: `1m.<idInstance>.<digest>`, over the
 * direction, the chat and the `idMessage` alone. To recognise a redelivery, use `keyOf`. `undefined` for other types, and without a chat or an
 * `idMessage`. Of the same characters as `keyOf`, and as frozen.
 *
 * @example
 * console.log(messageKeyOf(parsed));
 */
export function messageKeyOf(parsed: Notification | KnownNotification | UnknownNotification): string | undefined {
  const { typeWebhook, instanceData, idMessage } = notificationFieldsOf(parsed);
  const direction = typeof typeWebhook === "string" && Object.hasOwn(directions, typeWebhook) ? directions[typeWebhook] : undefined;
  const chat = chatOf(parsed);
  const id = stringFrom(idMessage);
  if (direction === undefined || !chat || !id) return undefined;
  const digest = sha256(JSON.stringify([direction, chat, id])).slice(0, 32);
  return `1m.${instancePartOf(fieldsOf(instanceData)["idInstance"])}.${digest}`;
}
