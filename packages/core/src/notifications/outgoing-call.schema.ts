import { callParticipantSchema } from "./call-participant.schema.ts";
import { instanceDataSchema } from "./instance-data.schema.ts";
import type { OutgoingCall } from "./outgoing-call.ts";
import { schemaFor, type SchemaSource } from "./schema-for.ts";

export const outgoingCallSchema: SchemaSource<OutgoingCall> = schemaFor<OutgoingCall>()((z) =>
  z.object({
    typeWebhook: z.literal("outgoingCall"),
    instanceData: instanceDataSchema(z),
    timestamp: z.number(),
    idMessage: z.string(),
    from: z.optional(z.string()),
    chatId: z.optional(z.string()),
    status: z.optional(z.string()),
    isVideo: z.optional(z.boolean()),
    duration: z.optional(z.number()),
    participants: z.optional(z.array(callParticipantSchema(z))),
  }),
);
