import type { KnownNotification, UnknownNotification } from "./parsed-notification.ts";

/**
 * Whether a value is a result of `parseNotification`, and no notification: a kind of GREEN-API's may have a field `kind` or `value` one day, but
 * each has `instanceData`.
 */
export function isParsed(value: unknown): value is KnownNotification | UnknownNotification {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.hasOwn(value, "kind") &&
    Object.hasOwn(value, "value") &&
    !Object.hasOwn(value, "instanceData")
  );
}
