import { callParticipantSchema } from "./call-participant.schema.ts";
import type { IncomingCall } from "./incoming-call.ts";
import { instanceDataSchema } from "./instance-data.schema.ts";
import { schemaFor, type SchemaSource } from "./schema-for.ts";

export const incomingCallSchema: SchemaSource<IncomingCall> = schemaFor<IncomingCall>()((z) =>
  z.object({
    typeWebhook: z.literal("incomingCall"),
    instanceData: instanceDataSchema(z),
    timestamp: z.number(),
    idMessage: z.string(),
    from: z.string(),
    status: z.optional(z.string()),
    isVideo: z.optional(z.boolean()),
    duration: z.optional(z.number()),
    participants: z.optional(z.array(callParticipantSchema(z))),
  }),
);
