import type { Notification } from "../notifications/notification.ts";
import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
import { numberFrom } from "../schema/number-from.ts";
import { stringFrom } from "../schema/string-from.ts";
import { notificationFieldsOf } from "./notification-fields-of.ts";

/**
 * Whether an equal `keyOf` means the same notification. `false` without an `idMessage` and a `timestamp`, as in every documented `quotaExceeded`: the
 * next one is the same, byte for byte.
 *
 * @example
 * const id = isDeduplicable(parsed) ? keyOf(parsed) : `${keyOf(parsed)}.${crypto.randomUUID()}`;
 */
export function isDeduplicable(parsed: Notification | KnownNotification | UnknownNotification): boolean {
  const { idMessage, timestamp } = notificationFieldsOf(parsed);
  return Boolean(stringFrom(idMessage)) || numberFrom(timestamp) !== undefined;
}
