import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import { interactiveButtonsDataSchema } from "./interactive-buttons-data.schema.ts";
import type { InteractiveButtons } from "./interactive-buttons.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";

export const interactiveButtonsSchema: SchemaSource<InteractiveButtons> = schemaFor<InteractiveButtons>()((z) =>
  z.object({
    typeMessage: z.literal("interactiveButtons"),
    interactiveButtons: interactiveButtonsDataSchema(z),
    quotedMessage: z.optional(quotedMessageSchema(z)),
  }),
);
