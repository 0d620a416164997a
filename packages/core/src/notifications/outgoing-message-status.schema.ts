import { instanceDataSchema } from "./instance-data.schema.ts";
import type { OutgoingMessageStatus } from "./outgoing-message-status.ts";
import { schemaFor, type SchemaSource } from "./schema-for.ts";

export const outgoingMessageStatusSchema: SchemaSource<OutgoingMessageStatus> = schemaFor<OutgoingMessageStatus>()((z) =>
  z.object({
    typeWebhook: z.literal("outgoingMessageStatus"),
    instanceData: instanceDataSchema(z),
    timestamp: z.number(),
    idMessage: z.string(),
    status: z.string(),
    chatId: z.optional(z.string()),
    sendByApi: z.optional(z.boolean()),
    description: z.optional(z.string()),
  }),
);
