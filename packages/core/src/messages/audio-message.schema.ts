import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import { fileMessageDataSchema } from "./file-message-data.schema.ts";
import type { AudioMessage } from "./audio-message.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";

export const audioMessageSchema: SchemaSource<AudioMessage> = schemaFor<AudioMessage>()((z) =>
  z.object({
    typeMessage: z.literal("audioMessage"),
    fileMessageData: fileMessageDataSchema(z),
    quotedMessage: z.optional(quotedMessageSchema(z)),
  }),
);
