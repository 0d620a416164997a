import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import type { OrderMessage } from "./order-message.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";

export const orderMessageSchema: SchemaSource<OrderMessage> = schemaFor<OrderMessage>()((z) =>
  z.object({ typeMessage: z.literal("orderMessage"), quotedMessage: z.optional(quotedMessageSchema(z)) }),
);
