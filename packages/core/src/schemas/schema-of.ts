import type * as z from "zod";
import type { MessageDataByTypeMessage } from "../messages/message-data.ts";
import type { MessageNotificationByTypeWebhook } from "../notifications/message-notification.ts";
import { notificationTable, type NotificationByTypeWebhook } from "../notifications/notification.ts";
import { schemaOfKind } from "../notifications/schema-of-kind.ts";
import { toZod } from "../schema/to-zod.ts";

const schemas = new Map<string, z.ZodType>();

/**
 * The zod schema of a kind of notification; with `typeMessage`, of those that carry this type of message. Fields it doesn't know are kept.
 * Built when first asked for, then the same one again.
 *
 * @throws {RangeError} For a kind that isn't known.
 *
 * @example
 * const notification = schemaOf("incomingMessageReceived", "imageMessage").parse(JSON.parse(text));
 */
export function schemaOf<TypeWebhook extends keyof MessageNotificationByTypeWebhook, TypeMessage extends keyof MessageDataByTypeMessage>(
  typeWebhook: TypeWebhook,
  typeMessage: TypeMessage,
): z.ZodType<MessageNotificationByTypeWebhook<MessageDataByTypeMessage[TypeMessage]>[TypeWebhook]>;
/** The zod schema of a kind of notification; a message's with any type of message. @throws {RangeError} For a kind that isn't known. */
export function schemaOf<TypeWebhook extends keyof NotificationByTypeWebhook>(
  typeWebhook: TypeWebhook,
): z.ZodType<NotificationByTypeWebhook[TypeWebhook]>;
export function schemaOf(typeWebhook: string, typeMessage?: string): z.ZodType {
  const key = typeMessage === undefined ? typeWebhook : `${typeWebhook}/${typeMessage}`;
  const known = schemas.get(key);
  if (known !== undefined) return known;
  const schema = build(typeWebhook, typeMessage);
  if (schema === undefined) throw new RangeError(`Cannot give the schema of ${JSON.stringify(key)}: this kind isn't known`);
  schemas.set(key, schema);
  return schema;
}

function build(typeWebhook: string, typeMessage: string | undefined): z.ZodType | undefined {
  if (typeMessage === undefined && isKind(typeWebhook)) return toZod(notificationTable[typeWebhook]);
  const schema = schemaOfKind(typeWebhook, typeMessage);
  return schema === undefined ? undefined : toZod(schema);
}

function isKind(typeWebhook: string): typeWebhook is keyof NotificationByTypeWebhook {
  return Object.hasOwn(notificationTable, typeWebhook);
}
