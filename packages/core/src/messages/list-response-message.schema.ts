import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import type { ListResponseMessage } from "./list-response-message.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";

export const listResponseMessageSchema: SchemaSource<ListResponseMessage> = schemaFor<ListResponseMessage>()((z) =>
  z.object({
    typeMessage: z.literal("listResponseMessage"),
    listResponseMessage: z.object({
      stanzaId: z.optional(z.string()),
      title: z.optional(z.string()),
      listType: z.optional(z.union([z.number(), z.string()])),
      singleSelectReply: z.string(),
    }),
    quotedMessage: z.optional(quotedMessageSchema(z)),
  }),
);
