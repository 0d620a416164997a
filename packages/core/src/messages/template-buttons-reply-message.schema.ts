import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";
import { templateButtonReplySchema } from "./template-button-reply.schema.ts";
import type { TemplateButtonsReplyMessage } from "./template-buttons-reply-message.ts";

export const templateButtonsReplyMessageSchema: SchemaSource<TemplateButtonsReplyMessage> = schemaFor<TemplateButtonsReplyMessage>()((z) =>
  z.object({
    typeMessage: z.literal(["templateButtonsReplyMessage", "templateButtonReplyMessage"]),
    templateButtonReplyMessage: z.optional(templateButtonReplySchema(z)),
    templateMessage: z.optional(templateButtonReplySchema(z)),
    quotedMessage: z.optional(quotedMessageSchema(z)),
  }),
);
