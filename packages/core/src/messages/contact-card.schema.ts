import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import type { ContactCard } from "./contact-message.ts";

export const contactCardSchema: SchemaSource<ContactCard> = schemaFor<ContactCard>()((z) =>
  z.object({
    displayName: z.optional(z.string()),
    vcard: z.string(),
    phoneContact: z.optional(z.string()),
    firstName: z.optional(z.string()),
    lastName: z.optional(z.string()),
    chatId: z.optional(z.string()),
    phoneNumber: z.optional(z.string()),
    urlAvatar: z.optional(z.string()),
  }),
);
