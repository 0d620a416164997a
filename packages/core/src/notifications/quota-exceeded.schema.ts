import { instanceDataSchema } from "./instance-data.schema.ts";
import type { QuotaExceeded } from "./quota-exceeded.ts";
import { schemaFor, type SchemaSource } from "./schema-for.ts";

export const quotaExceededSchema: SchemaSource<QuotaExceeded> = schemaFor<QuotaExceeded>()((z) =>
  z.object({
    typeWebhook: z.literal("quotaExceeded"),
    instanceData: instanceDataSchema(z),
    timestamp: z.optional(z.number()),
    quotaData: z.object({
      method: z.string(),
      used: z.union([z.number(), z.string()]),
      total: z.union([z.number(), z.string()]),
      status: z.string(),
      description: z.optional(z.string()),
    }),
  }),
);
