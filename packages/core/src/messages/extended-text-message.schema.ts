import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import { extendedTextMessageDataSchema } from "./extended-text-message-data.schema.ts";
import type { ExtendedTextMessage } from "./extended-text-message.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";

export const extendedTextMessageSchema: SchemaSource<ExtendedTextMessage> = schemaFor<ExtendedTextMessage>()((z) =>
  z.object({
    typeMessage: z.literal("extendedTextMessage"),
    extendedTextMessageData: extendedTextMessageDataSchema(z),
    quotedMessage: z.optional(quotedMessageSchema(z)),
  }),
);
