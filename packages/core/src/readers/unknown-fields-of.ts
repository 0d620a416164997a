import type { Notification } from "../notifications/notification.ts";
import type { KnownNotification, UnknownNotification } from "../notifications/parsed-notification.ts";
import { schemaOfKind } from "../notifications/schema-of-kind.ts";
import { knownFieldsOf, type KnownFields } from "../schema/known-fields-of.ts";
import { messageFieldsOf } from "./message-fields-of.ts";
import { notificationFieldsOf } from "./notification-fields-of.ts";

/**
 * The paths of the fields that this version doesn't know, in the form `messageData.options[2].optionName`: how to find out that GREEN-API added
 * something. They are on the notification, untouched. None of a kind that isn't known.
 *
 * @example
 * const added = unknownFieldsOf(notification);
 * if (added.length > 0) console.log("new fields:", added.join(", "));
 */
export function unknownFieldsOf(notification: Notification | KnownNotification | UnknownNotification): readonly string[] {
  const fields = notificationFieldsOf(notification);
  const { typeWebhook } = fields;
  const { typeMessage } = messageFieldsOf(notification);
  const paths: string[] = [];
  if (typeof typeWebhook === "string") {
    const schema = schemaOfKind(typeWebhook, typeof typeMessage === "string" ? typeMessage : undefined);
    if (schema !== undefined) collect(fields, knownFieldsOf(schema), "", paths);
  }
  return paths;
}

/** Goes as deep as a schema does, which bounds the stack and the length of a path. */
function collect(value: unknown, known: KnownFields, path: string, paths: string[]): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    const { items } = known;
    // Array items without fields of their own, such as texts, hold nothing to be found.
    if (items?.fields === undefined && items?.items === undefined) return;
    for (let index = 0; index < value.length; index += 1) collect(value[index], items, `${path}[${index}]`, paths);
    return;
  }
  if (known.fields === undefined) return;
  const prefix = path === "" ? "" : `${path}.`;
  for (const key of Object.keys(value)) {
    const inner = known.fields.get(key);
    if (inner === undefined) paths.push(prefix + key);
    else collect((value as Readonly<Record<string, unknown>>)[key], inner, prefix + key, paths);
  }
}
