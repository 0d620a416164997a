import type { MessageData } from "../messages/message-data.ts";
import type { IncomingMessageReceived } from "./incoming-message-received.ts";
import { instanceDataSchema } from "./instance-data.schema.ts";
import { schemaFor, type SchemaSource } from "./schema-for.ts";
import { senderDataSchema } from "./sender-data.schema.ts";

/** The notifications that carry a message: alike but for their `typeWebhook`. */
export type MessageNotification<Data extends MessageData = MessageData> = IncomingMessageReceived<Data>;

/** The schema of a notification of `typeWebhook` whose `messageData` is described by `data`. */
export function messageNotificationSchema(
  typeWebhook: MessageNotification["typeWebhook"],
  data: SchemaSource<MessageData>,
): SchemaSource<MessageNotification> {
  return schemaFor<MessageNotification>()((z) =>
    z.object({
      typeWebhook: z.literal(typeWebhook),
      instanceData: instanceDataSchema(z),
      timestamp: z.number(),
      idMessage: z.string(),
      senderData: senderDataSchema(z),
      messageData: data(z),
    }),
  );
}
