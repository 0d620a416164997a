import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import { extendedTextMessageDataSchema } from "./extended-text-message-data.schema.ts";
import type { QuotedReply } from "./quoted-reply.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";

export const quotedReplySchema: SchemaSource<QuotedReply> = schemaFor<QuotedReply>()((z) =>
  z.object({
    typeMessage: z.literal("quotedMessage"),
    extendedTextMessageData: extendedTextMessageDataSchema(z),
    quotedMessage: z.optional(quotedMessageSchema(z)),
  }),
);
