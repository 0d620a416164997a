import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import type { TemplateButton } from "./template-message.ts";

export const templateButtonSchema: SchemaSource<TemplateButton> = schemaFor<TemplateButton>()((z) =>
  z.object({
    index: z.optional(z.union([z.number(), z.string()])),
    urlButton: z.optional(z.object({ displayText: z.optional(z.string()), url: z.optional(z.string()) })),
    callButton: z.optional(z.object({ displayText: z.optional(z.string()), phoneNumber: z.optional(z.string()) })),
    quickReplyButton: z.optional(z.object({ displayText: z.optional(z.string()), id: z.optional(z.string()) })),
  }),
);
