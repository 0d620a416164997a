import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import type { OrderMessage } from "./order-message.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";

export const orderMessageSchema: SchemaSource<OrderMessage> = schemaFor<OrderMessage>()((z) =>
  z.object({
    typeMessage: z.literal("orderMessage"),
    orderMessage: z.optional(
      z.object({
        orderId: z.optional(z.string()),
        token: z.optional(z.string()),
        totalPrice: z.optional(z.union([z.number(), z.string()])),
        sellerJid: z.optional(z.string()),
      }),
    ),
    quotedMessage: z.optional(quotedMessageSchema(z)),
  }),
);
