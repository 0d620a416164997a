import { isObject } from "../schema/is-object.ts";

/**
 * The notification itself, out of the queue envelope `{ receiptId, body }` that `receiveNotification` wraps it in. An envelope without its
 * `receiptId` is one too: what has no `typeWebhook` is no notification.
 */
export function bodyOf(value: unknown): unknown {
  const isEnvelope = isObject(value) && value["typeWebhook"] === undefined && Object.hasOwn(value, "body");
  return isEnvelope ? value["body"] : value;
}
