import type { IncomingCall } from "../notifications/incoming-call.ts";
import type { MessageNotification } from "../notifications/message-notification.ts";
import type { OutgoingCall } from "../notifications/outgoing-call.ts";
import type { KnownNotification } from "../notifications/parsed-notification.ts";
import { stringFrom } from "../schema/string-from.ts";
import { fieldsOf } from "./fields-of.ts";
import { notificationFieldsOf } from "./notification-fields-of.ts";
import type { Readable } from "./readable.ts";

/**
 * The id of the chat a notification belongs to, which is where replies go: of messages, statuses, calls, blocks and avatars.
 *
 * @example
 * console.log(chatOf(notification));
 */
export function chatOf(
  notification: MessageNotification | IncomingCall | OutgoingCall | (KnownNotification & { readonly notification: MessageNotification }),
): string;
/** The same of any notification; `undefined` where there is no chat, or where its id is a number with more digits than JavaScript holds. */
export function chatOf(notification: Readable): string | undefined;
export function chatOf(notification: Readable): string | undefined {
  const { typeWebhook, senderData, chatId, from, avatarInfo } = notificationFieldsOf(notification);
  switch (typeWebhook) {
    case "outgoingMessageStatus":
    case "incomingBlock":
      return stringFrom(chatId);
    case "incomingCall":
      return stringFrom(from);
    case "outgoingCall":
      return stringFrom(chatId) ?? stringFrom(from);
    case "deviceInfo":
      return stringFrom(fieldsOf(avatarInfo)["chatId"]);
    case "stateInstanceChanged":
    case "statusInstanceChanged":
    case "quotaExceeded":
      return undefined;
    default:
      return stringFrom(fieldsOf(senderData)["chatId"]) ?? stringFrom(chatId);
  }
}
