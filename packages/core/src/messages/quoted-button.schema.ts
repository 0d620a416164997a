import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import type { QuotedButton } from "./quoted-message.ts";

export const quotedButtonSchema: SchemaSource<QuotedButton> = schemaFor<QuotedButton>()((z) =>
  z.object({
    type: z.optional(z.string()),
    buttonId: z.optional(z.string()),
    buttonText: z.optional(z.string()),
    copyCode: z.optional(z.string()),
    phoneNumber: z.optional(z.string()),
    url: z.optional(z.string()),
    index: z.optional(z.union([z.number(), z.string()])),
    urlButton: z.optional(z.object({ displayText: z.optional(z.string()), url: z.optional(z.string()) })),
    callButton: z.optional(z.object({ displayText: z.optional(z.string()), phoneNumber: z.optional(z.string()) })),
    quickReplyButton: z.optional(z.object({ displayText: z.optional(z.string()), id: z.optional(z.string()) })),
  }),
);
