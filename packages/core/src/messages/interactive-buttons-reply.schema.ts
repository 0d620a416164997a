import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import { interactiveButtonsDataSchema } from "./interactive-buttons-data.schema.ts";
import type { InteractiveButtonsReply } from "./interactive-buttons-reply.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";
import { templateButtonReplySchema } from "./template-button-reply.schema.ts";

export const interactiveButtonsReplySchema: SchemaSource<InteractiveButtonsReply> = schemaFor<InteractiveButtonsReply>()((z) =>
  z.object({
    typeMessage: z.literal(["interactiveButtonsReply", "interactiveButtonReply"]),
    interactiveButtonsReply: z.optional(interactiveButtonsDataSchema(z)),
    templateButtonReplyMessage: z.optional(templateButtonReplySchema(z)),
    quotedMessage: z.optional(quotedMessageSchema(z)),
  }),
);
