import { fieldsOf } from "./fields-of.ts";
import type { Readable } from "./readable.ts";

/**
 * The id of who wrote a message, or who calls; in a group the author, not the group. Of outgoing messages it is the instance's own account.
 * `undefined` where there is none, and where it wasn't sent.
 *
 * @example
 * console.log(senderOf(notification), textOf(notification));
 */
export function senderOf(notification: Readable): string | undefined {
  const { senderData, from } = fieldsOf(notification);
  const { sender } = fieldsOf(senderData);
  if (typeof sender === "string") return sender;
  return notification.typeWebhook === "incomingCall" && typeof from === "string" ? from : undefined;
}
