import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import type { DeletedMessage } from "./deleted-message.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";

export const deletedMessageSchema: SchemaSource<DeletedMessage> = schemaFor<DeletedMessage>()((z) =>
  z.object({
    typeMessage: z.literal("deletedMessage"),
    deletedMessageData: z.object({ stanzaId: z.string() }),
    quotedMessage: z.optional(quotedMessageSchema(z)),
  }),
);
