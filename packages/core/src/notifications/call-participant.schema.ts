import type { CallParticipant } from "./call-participant.ts";
import { schemaFor, type SchemaSource } from "./schema-for.ts";

export const callParticipantSchema: SchemaSource<CallParticipant> = schemaFor<CallParticipant>()((z) =>
  z.object({ wid: z.optional(z.string()), status: z.optional(z.string()) }),
);
