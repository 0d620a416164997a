import { isObject } from "../schema/is-object.ts";
import type { KnownNotification, UnknownNotification } from "./parsed-notification.ts";

/** Whether a value is a result of `parseNotification`, and no notification: those have `instanceData`, whatever other fields a kind may get. */
export function isParsed(value: unknown): value is KnownNotification | UnknownNotification {
  return isObject(value) && Object.hasOwn(value, "kind") && Object.hasOwn(value, "value") && !Object.hasOwn(value, "instanceData");
}
