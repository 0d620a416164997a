import { instanceDataSchema } from "./instance-data.schema.ts";
import type { StatusInstanceChanged } from "./status-instance-changed.ts";
import { schemaFor, type SchemaSource } from "./schema-for.ts";

export const statusInstanceChangedSchema: SchemaSource<StatusInstanceChanged> = schemaFor<StatusInstanceChanged>()((z) =>
  z.object({
    typeWebhook: z.literal("statusInstanceChanged"),
    instanceData: instanceDataSchema(z),
    timestamp: z.number(),
    statusInstance: z.string(),
  }),
);
