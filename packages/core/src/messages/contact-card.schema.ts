import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import type { ContactCard } from "./contact-message.ts";

export const contactCardSchema: SchemaSource<ContactCard> = schemaFor<ContactCard>()((z) =>
  z.object({ displayName: z.optional(z.string()), vcard: z.string() }),
);
