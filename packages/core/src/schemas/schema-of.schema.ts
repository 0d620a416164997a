import type * as z from "zod";
import { messageTable } from "../messages/message-table.ts";
import type { MessageData, MessageDataByTypeMessage } from "../messages/message-data.ts";
import type { MessageNotificationByTypeWebhook } from "../notifications/message-notification.ts";
import { messageNotificationSchema } from "../notifications/message-notification.schema.ts";
import { messageTypeWebhooks } from "../notifications/notification-table.ts";
import type { NotificationByTypeWebhook } from "../notifications/notification.ts";
import type { SchemaSource } from "../notifications/schema-for.ts";
import { schemaSourceOf } from "../notifications/schema-source-of.ts";
import { classicZod } from "./classic-zod.schema.ts";

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
  const source =
    typeMessage === undefined && isMessageType(typeWebhook) ? anyMessage(typeWebhook) : schemaSourceOf(typeWebhook, typeMessage);
  // Classic zod built it, whatever the source's type says.
  return source?.(classicZod) as unknown as z.ZodType | undefined;
}

function anyMessage(typeWebhook: keyof typeof messageTypeWebhooks): SchemaSource<unknown> {
  // Two spellings of a type share one schema.
  const sources: ReadonlySet<SchemaSource<MessageData>> = new Set(Object.values(messageTable));
  return messageNotificationSchema(typeWebhook, (zod) => zod.union([...sources].map((source) => source(zod))));
}

function isMessageType(typeWebhook: string): typeWebhook is keyof typeof messageTypeWebhooks {
  return Object.hasOwn(messageTypeWebhooks, typeWebhook);
}
