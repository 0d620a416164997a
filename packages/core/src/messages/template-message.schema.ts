import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import { forwardMarks } from "./forward-marks.schema.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";
import { templateButtonSchema } from "./template-button.schema.ts";
import type { TemplateMessage } from "./template-message.ts";

export const templateMessageSchema: SchemaSource<TemplateMessage> = schemaFor<TemplateMessage>()((z) =>
  z.object({
    typeMessage: z.literal("templateMessage"),
    templateMessage: z.optional(
      z.object({
        contentText: z.optional(z.string()),
        footer: z.optional(z.string()),
        namespace: z.optional(z.string()),
        elementName: z.optional(z.string()),
        buttons: z.optional(z.array(templateButtonSchema(z))),
        titleText: z.optional(z.string()),
        footerText: z.optional(z.string()),
        mediaUrl: z.optional(z.string()),
        templateId: z.optional(z.string()),
        params: z.optional(z.array(z.string())),
        ...forwardMarks(z),
      }),
    ),
    messageData: z.optional(z.object({ templateId: z.optional(z.string()), params: z.optional(z.array(z.string())) })),
    quotedMessage: z.optional(quotedMessageSchema(z)),
  }),
);
