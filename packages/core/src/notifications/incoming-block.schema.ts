import type { IncomingBlock } from "./incoming-block.ts";
import { instanceDataSchema } from "./instance-data.schema.ts";
import { schemaFor, type SchemaSource } from "./schema-for.ts";

export const incomingBlockSchema: SchemaSource<IncomingBlock> = schemaFor<IncomingBlock>()((z) =>
  z.object({
    typeWebhook: z.literal("incomingBlock"),
    instanceData: instanceDataSchema(z),
    timestamp: z.number(),
    chatId: z.union([z.string(), z.number()]),
    chatState: z.string(),
  }),
);
