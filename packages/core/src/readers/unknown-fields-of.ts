import type { Notification } from "../notifications/notification.ts";
import { schemaOfKind } from "../notifications/schema-of-kind.ts";
import { formatPath } from "../schema/format-path.ts";
import { knownFieldsOf, type KnownFields } from "../schema/known-fields-of.ts";
import { messageDataOf } from "./message-data-of.ts";

/**
 * The paths of the fields that this version doesn't know, in the form `messageData.options[2].optionName`: how one finds out that
 * GREEN-API added something. They are on the notification, untouched.
 *
 * @example
 * const added = unknownFieldsOf(notification);
 * if (added.length > 0) console.log("new fields:", added.join(", "));
 */
export function unknownFieldsOf(notification: Notification): readonly string[] {
  const schema = schemaOfKind(notification.typeWebhook, messageDataOf(notification)?.typeMessage);
  const paths: string[] = [];
  if (schema !== undefined) collect(notification, knownFieldsOf(schema), [], paths);
  return paths;
}

function collect(value: unknown, known: KnownFields, path: readonly PropertyKey[], paths: string[]): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) if (known.items !== undefined) collect(item, known.items, [...path, index], paths);
    return;
  }
  for (const [key, field] of Object.entries(value)) {
    const inner = known.fields?.get(key);
    if (inner !== undefined) collect(field, inner, [...path, key], paths);
    else if (known.fields !== undefined) paths.push(formatPath([...path, key]));
  }
}
