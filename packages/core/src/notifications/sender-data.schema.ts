import { schemaFor, type SchemaSource } from "./schema-for.ts";
import type { SenderData } from "./sender-data.ts";

export const senderDataSchema: SchemaSource<SenderData> = schemaFor<SenderData>()((z) =>
  z.object({
    chatId: z.string(),
    sender: z.optional(z.string()),
  }),
);
