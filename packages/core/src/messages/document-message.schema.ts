import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import { fileMessageDataSchema } from "./file-message-data.schema.ts";
import type { DocumentMessage } from "./document-message.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";

export const documentMessageSchema: SchemaSource<DocumentMessage> = schemaFor<DocumentMessage>()((z) =>
  z.object({
    typeMessage: z.literal("documentMessage"),
    fileMessageData: fileMessageDataSchema(z),
    quotedMessage: z.optional(quotedMessageSchema(z)),
  }),
);
