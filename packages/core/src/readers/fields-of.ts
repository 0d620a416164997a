import { isObject } from "../schema/is-object.ts";

/**
 * The fields of a JSON object, each as unknown as it arrived; none of a value that is no object. Reading them can't throw, and no check of
 * a field can be forgotten: a field of another kind is on a notification unchecked.
 */
export function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) ? value : {};
}
