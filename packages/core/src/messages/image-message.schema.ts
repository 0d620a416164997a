import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import { fileMessageDataSchema } from "./file-message-data.schema.ts";
import type { ImageMessage } from "./image-message.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";

export const imageMessageSchema: SchemaSource<ImageMessage> = schemaFor<ImageMessage>()((z) =>
  z.object({
    typeMessage: z.literal("imageMessage"),
    fileMessageData: fileMessageDataSchema(z),
    quotedMessage: z.optional(quotedMessageSchema(z)),
  }),
);
