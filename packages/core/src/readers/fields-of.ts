import { isObject } from "../schema/is-object.ts";

/**
 * The fields of a JSON object, each unknown; none of another value. Readers go through it since fields of other types are on a notification
 * unchecked: reading can't throw, and the compiler demands a check of each.
 */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}
