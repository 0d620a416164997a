import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import { fileMessageDataSchema } from "./file-message-data.schema.ts";
import type { ProductMessage } from "./product-message.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";

export const productMessageSchema: SchemaSource<ProductMessage> = schemaFor<ProductMessage>()((z) =>
  z.object({
    typeMessage: z.literal("productMessage"),
    productMessage: z.optional(
      z.object({
        productId: z.optional(z.string()),
        title: z.optional(z.string()),
        description: z.optional(z.string()),
        currencyCode: z.optional(z.string()),
        price: z.optional(z.union([z.number(), z.string()])),
        url: z.optional(z.string()),
        productImageCount: z.optional(z.number()),
        fileMessageData: z.optional(fileMessageDataSchema(z)),
      }),
    ),
    quotedMessage: z.optional(quotedMessageSchema(z)),
  }),
);
