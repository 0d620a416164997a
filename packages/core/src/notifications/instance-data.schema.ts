import type { InstanceData } from "./instance-data.ts";
import { schemaFor, type SchemaSource } from "./schema-for.ts";

export const instanceDataSchema: SchemaSource<InstanceData> = schemaFor<InstanceData>()((z) =>
  z.object({
    idInstance: z.number(),
    wid: z.optional(z.string()),
    typeInstance: z.optional(z.string()),
  }),
);
