import { stringFrom } from "../schema/string-from.ts";
import { fieldsOf } from "./fields-of.ts";
import { notificationFieldsOf } from "./notification-fields-of.ts";
import type { Readable } from "./readable.ts";

/**
 * The id of a message's author, or of the caller; in a group the author, not the group. Of outgoing messages it is the instance's own account.
 * `undefined` where there is none, and where it wasn't sent.
 *
 * @example
 * console.log(senderOf(notification), textOf(notification));
 */
export function senderOf(notification: Readable): string | undefined {
  const { typeWebhook, senderData, from } = notificationFieldsOf(notification);
  return stringFrom(typeWebhook === "incomingCall" ? from : fieldsOf(senderData)["sender"]);
}
