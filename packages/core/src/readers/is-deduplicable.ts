import type { Notification } from "../notifications/notification.ts";
import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
import { notificationFieldsOf } from "./notification-fields-of.ts";
import { numberFrom } from "./number-from.ts";
import { stringFrom } from "./string-from.ts";

/**
 * Whether two notifications with one `keyOf` are the same one: they are where there is an `idMessage` or a `timestamp`. A `quotaExceeded` without a
 * timestamp, which is what every documented one is, says the same each time, and is no duplicate of the one before.
 *
 * @example
 * const id = isDeduplicable(parsed) ? keyOf(parsed) : `${keyOf(parsed)}.${crypto.randomUUID()}`;
 */
export function isDeduplicable(parsed: Notification | KnownNotification | UnknownNotification): boolean {
  const { idMessage, timestamp } = notificationFieldsOf(parsed);
  return Boolean(stringFrom(idMessage)) || numberFrom(timestamp) !== undefined;
}
