import { messageTable } from "../messages/message-data.ts";
import { object, strictString, string, type SchemaNode } from "../schema/schema.ts";
import { incomingMessageReceivedSchema } from "./incoming-message-received.ts";
import { isMessageTypeWebhook, messageNotificationTable } from "./message-notification.ts";
import { notificationTable } from "./notification.ts";

/** The schema of a kind of notification, a message's with its `typeMessage`; `undefined` for a kind that isn't known. */
export function schemaOfKind(typeWebhook: string, typeMessage?: string): SchemaNode | undefined {
  if (!isMessageTypeWebhook(typeWebhook)) return hasKey(notificationTable, typeWebhook) ? notificationTable[typeWebhook] : undefined;
  if (typeMessage === undefined || !hasKey(messageTable, typeMessage)) return undefined;
  const { fields } = messageNotificationTable[typeWebhook];
  return { type: "object", fields: { ...fields, messageData: messageTable[typeMessage] } };
}

/** The schema of a notification with a message that has no `typeMessage`: for the issues, since nothing fits it. */
export const untypedMessageSchema: SchemaNode = {
  type: "object",
  fields: { ...incomingMessageReceivedSchema.fields, typeWebhook: string, messageData: object({ typeMessage: strictString }) },
};

/** Own keys only: "constructor" is no kind of notification. */
function hasKey<Table extends object>(table: Table, key: PropertyKey): key is keyof Table {
  return Object.hasOwn(table, key);
}
