import { numberFrom } from "../schema/number-from.ts";
import { notificationFieldsOf } from "./notification-fields-of.ts";
import type { Readable } from "./readable.ts";

/** From here on a timestamp is in milliseconds: as seconds it would be the year 33658. */
const firstMilliseconds = 1e12;

/** The furthest a `Date` reaches from 1970 in either direction, milliseconds. */
const furthestMilliseconds = 8.64e15;

/**
 * When it was sent or happened, as a valid `Date`. GREEN-API sends UNIX seconds; 13-digit timestamps, which look-alikes send, are taken as
 * milliseconds. `undefined` where there is no timestamp (`quotaExceeded`), or where it is beyond what a `Date` can hold.
 *
 * @example
 * console.log(sentAt(notification)?.toISOString());
 */
export function sentAt(notification: Readable): Date | undefined {
  const timestamp = numberFrom(notificationFieldsOf(notification)["timestamp"]);
  if (timestamp === undefined) return undefined;
  const milliseconds = Math.abs(timestamp) < firstMilliseconds ? timestamp * 1000 : timestamp;
  return Math.abs(milliseconds) <= furthestMilliseconds ? new Date(milliseconds) : undefined;
}
