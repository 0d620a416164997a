import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import type { TemplateButtonReply } from "./template-buttons-reply-message.ts";

export const templateButtonReplySchema: SchemaSource<TemplateButtonReply> = schemaFor<TemplateButtonReply>()((z) =>
  z.object({
    stanzaId: z.optional(z.string()),
    selectedIndex: z.optional(z.union([z.number(), z.string()])),
    selectedId: z.optional(z.string()),
    selectedDisplayText: z.optional(z.string()),
  }),
);
