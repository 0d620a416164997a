import { messageTable } from "../messages/message-table.ts";
import { messageNotificationSchema } from "./message-notification.schema.ts";
import { isMessageTypeWebhook, notificationTable } from "./notification-table.ts";
import type { Notification } from "./notification.ts";
import type { SchemaSource } from "./schema-for.ts";

/** The schema of a kind of notification, not built yet; `undefined` for a kind that isn't known. */
export function schemaSourceOf(typeWebhook: string, typeMessage?: string): SchemaSource<Notification> | undefined {
  if (hasKey(notificationTable, typeWebhook)) return notificationTable[typeWebhook];
  if (!isMessageTypeWebhook(typeWebhook) || typeMessage === undefined || !hasKey(messageTable, typeMessage)) return undefined;
  return messageNotificationSchema(typeWebhook, messageTable[typeMessage]);
}

/** Own keys only: "constructor" is no kind of notification. */
function hasKey<Table extends object>(table: Table, key: PropertyKey): key is keyof Table {
  return Object.hasOwn(table, key);
}
