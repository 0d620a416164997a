import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import { fileMessageDataSchema } from "./file-message-data.schema.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";
import type { StickerMessage } from "./sticker-message.ts";

export const stickerMessageSchema: SchemaSource<StickerMessage> = schemaFor<StickerMessage>()((z) =>
  z.object({
    typeMessage: z.literal("stickerMessage"),
    fileMessageData: z.optional(fileMessageDataSchema(z)),
    stickerMessageData: z.optional(fileMessageDataSchema(z)),
    quotedMessage: z.optional(quotedMessageSchema(z)),
  }),
);
