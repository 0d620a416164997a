import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import type { ProductMessage } from "./product-message.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";

export const productMessageSchema: SchemaSource<ProductMessage> = schemaFor<ProductMessage>()((z) =>
  z.object({ typeMessage: z.literal("productMessage"), quotedMessage: z.optional(quotedMessageSchema(z)) }),
);
