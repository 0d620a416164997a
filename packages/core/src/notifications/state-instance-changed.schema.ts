import { instanceDataSchema } from "./instance-data.schema.ts";
import { schemaFor, type SchemaSource } from "./schema-for.ts";
import type { StateInstanceChanged } from "./state-instance-changed.ts";

export const stateInstanceChangedSchema: SchemaSource<StateInstanceChanged> = schemaFor<StateInstanceChanged>()((z) =>
  z.object({
    typeWebhook: z.literal("stateInstanceChanged"),
    instanceData: instanceDataSchema(z),
    timestamp: z.number(),
    stateInstance: z.string(),
  }),
);
