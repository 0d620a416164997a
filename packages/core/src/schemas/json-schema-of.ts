import * as z from "zod";
import type { MessageDataByTypeMessage } from "../messages/message-data.ts";
import type { MessageNotificationByTypeWebhook } from "../notifications/message-notification.ts";
import type { NotificationByTypeWebhook } from "../notifications/notification.ts";
import { schemaOf } from "./schema-of.ts";

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = z.core.JSONSchema.JSONSchema;

/**
 * The JSON Schema (draft 2020-12) of a kind of notification; with `typeMessage`, of those that carry this type of message. It accepts what
 * `parseNotification` calls known, fields it doesn't know included.
 *
 * @throws {RangeError} For a kind that isn't known.
 *
 * @example
 * console.log(JSON.stringify(jsonSchemaOf("incomingCall"), null, 2));
 */
export function jsonSchemaOf(typeWebhook: keyof MessageNotificationByTypeWebhook, typeMessage: keyof MessageDataByTypeMessage): JsonSchema;
/** The JSON Schema of a kind of notification; a message's with any type of message. @throws {RangeError} For a kind that isn't known. */
export function jsonSchemaOf(typeWebhook: keyof NotificationByTypeWebhook): JsonSchema;
export function jsonSchemaOf(typeWebhook: string, typeMessage?: string): JsonSchema {
  // The overloads above are those of schemaOf, one of which this is.
  const schemaOfKind: (typeWebhook: never, typeMessage?: never) => z.ZodType = schemaOf;
  return z.toJSONSchema(schemaOfKind(typeWebhook as never, typeMessage as never), { target: "draft-2020-12", io: "input", reused: "ref" });
}
