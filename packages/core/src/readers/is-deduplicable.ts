import type { Notification } from "../notifications/notification.ts";
import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
import { numberFrom } from "../schema/number-from.ts";
import { stringFrom } from "../schema/string-from.ts";
import { notificationFieldsOf } from "./notification-fields-of.ts";

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
