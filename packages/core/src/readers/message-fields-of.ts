import { isMessageTypeWebhook } from "../notifications/message-notification.ts";
import { fieldsOf } from "./fields-of.ts";
import { notificationFieldsOf } from "./notification-fields-of.ts";
import type { Readable } from "./readable.ts";

/** The fields of `messageData`; none of a type that carries no message, even if it has a field of that name. */
export function messageFieldsOf(readable: Readable): Readonly<Record<string, unknown>> {
  const { typeWebhook, messageData } = notificationFieldsOf(readable);
  return isMessageTypeWebhook(typeWebhook) ? fieldsOf(messageData) : {};
}
