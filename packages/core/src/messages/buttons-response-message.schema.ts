import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import type { ButtonsResponseMessage } from "./buttons-response-message.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";

export const buttonsResponseMessageSchema: SchemaSource<ButtonsResponseMessage> = schemaFor<ButtonsResponseMessage>()((z) =>
  z.object({
    typeMessage: z.literal("buttonsResponseMessage"),
    buttonsResponseMessage: z.object({
      stanzaId: z.optional(z.string()),
      selectedButtonId: z.string(),
      selectedButtonText: z.optional(z.string()),
    }),
    quotedMessage: z.optional(quotedMessageSchema(z)),
  }),
);
