import { isObject } from "../schema/is-object.ts";
import { numberFrom } from "../schema/number-from.ts";
import { stringFrom } from "../schema/string-from.ts";
import { notificationFieldsOf } from "./notification-fields-of.ts";
import type { Readable } from "./readable.ts";

/** A limit of the plan that is reached. */
export interface Quota {
  /** What is limited, such as `correspondents`: the number of chats. `undefined` where it wasn't sent. */
  readonly method: string | undefined;
  /** How many were used. `undefined` where it wasn't sent. */
  readonly used: number | undefined;
  /** How many there are. `undefined` where it wasn't sent. */
  readonly total: number | undefined;
  /** The limit's state, such as `CORRESPONDENTS_QUOTA_EXCEEDED`. `undefined` where it wasn't sent. */
  readonly status: string | undefined;
  /** More in words, with the chats that stay allowed: personal data. `undefined` where it wasn't sent. */
  readonly description: string | undefined;
}

/**
 * The limit that is reached, of a notification of any kind: one published example is labelled `incomingBlock`. `undefined` for a notification
 * without `quotaData`.
 *
 * @example
 * const quota = quotaOf(notification);
 * if (quota !== undefined) console.log("chats used:", quota.used, "of", quota.total);
 *
 * @see https://green-api.com/en/docs/api/receiving/notifications-format/QuotaExceeded/
 */
export function quotaOf(notification: Readable): Quota | undefined {
  const { quotaData } = notificationFieldsOf(notification);
  if (!isObject(quotaData)) return undefined;
  const { method, used, total, status, description } = quotaData;
  return {
    method: stringFrom(method),
    used: numberFrom(used),
    total: numberFrom(total),
    status: stringFrom(status),
    description: stringFrom(description),
  };
}
