import { bodyOf } from "../notifications/body-of.ts";
import { isParsed } from "../notifications/is-parsed.ts";
import { fieldsOf } from "./fields-of.ts";

/** The fields of a notification or of a parsed result: of a known one the typed view, of an unknown one the value that arrived. */
export function notificationFieldsOf(readable: unknown): Readonly<Record<string, unknown>> {
  if (!isParsed(readable)) return fieldsOf(bodyOf(readable));
  return fieldsOf(readable.kind === "known" ? readable.notification : bodyOf(readable.value));
}
