import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import type { InteractiveButtonsResponse } from "./interactive-buttons-response.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";

export const interactiveButtonsResponseSchema: SchemaSource<InteractiveButtonsResponse> = schemaFor<InteractiveButtonsResponse>()((z) =>
  z.object({
    typeMessage: z.literal("interactiveButtonsResponse"),
    interactiveButtonsResponse: z.object({
      stanzaId: z.optional(z.string()),
      selectedIndex: z.optional(z.union([z.number(), z.string()])),
      selectedId: z.optional(z.string()),
      selectedDisplayText: z.optional(z.string()),
      selectedButtonId: z.optional(z.string()),
      selectedButtonText: z.optional(z.string()),
    }),
    quotedMessage: z.optional(quotedMessageSchema(z)),
  }),
);
