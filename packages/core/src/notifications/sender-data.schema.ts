import { schemaFor, type SchemaSource } from "./schema-for.ts";
import type { SenderData } from "./sender-data.ts";

export const senderDataSchema: SchemaSource<SenderData> = schemaFor<SenderData>()((z) =>
  z.object({
    chatId: z.string(),
    sender: z.optional(z.string()),
    chatName: z.optional(z.string()),
    senderName: z.optional(z.string()),
    senderContactName: z.optional(z.string()),
    chatType: z.optional(z.string()),
    senderType: z.optional(z.string()),
    senderPhoneNumber: z.optional(z.number()),
  }),
);
