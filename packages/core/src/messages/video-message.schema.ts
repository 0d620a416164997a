import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import { fileMessageDataSchema } from "./file-message-data.schema.ts";
import type { VideoMessage } from "./video-message.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";

export const videoMessageSchema: SchemaSource<VideoMessage> = schemaFor<VideoMessage>()((z) =>
  z.object({
    typeMessage: z.literal("videoMessage"),
    fileMessageData: fileMessageDataSchema(z),
    quotedMessage: z.optional(quotedMessageSchema(z)),
  }),
);
