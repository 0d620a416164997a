import type { MessageData } from "../messages/message-data.ts";
import { instanceDataSchema } from "./instance-data.schema.ts";
import type { MessageNotification } from "./message-notification.ts";
import { schemaFor, type SchemaSource } from "./schema-for.ts";
import { senderDataSchema } from "./sender-data.schema.ts";

/** The schema of a notification of `typeWebhook` whose `messageData` is described by `data`. */
export function messageNotificationSchema(
  typeWebhook: MessageNotification["typeWebhook"],
  data: SchemaSource<MessageData>,
): SchemaSource<MessageNotification> {
  return schemaFor<MessageNotificationShape>()((z) =>
    z.object({
      typeWebhook: z.literal(typeWebhook),
      instanceData: instanceDataSchema(z),
      timestamp: z.number(),
      idMessage: z.string(),
      senderData: senderDataSchema(z),
      messageData: data(z),
    }),
  ) as SchemaSource<MessageNotification>;
}

/** The union as one shape: its members differ in `typeWebhook` only. */
type MessageNotificationShape = { readonly [Key in keyof MessageNotification]: MessageNotification[Key] };
