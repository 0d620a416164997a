import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import type { EditedMessage } from "./edited-message.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";

export const editedMessageSchema: SchemaSource<EditedMessage> = schemaFor<EditedMessage>()((z) =>
  z.object({
    typeMessage: z.literal("editedMessage"),
    editedMessageData: z.optional(
      z.object({ stanzaId: z.optional(z.string()), textMessage: z.optional(z.string()), caption: z.optional(z.string()) }),
    ),
    quotedMessage: z.optional(quotedMessageSchema(z)),
  }),
);
