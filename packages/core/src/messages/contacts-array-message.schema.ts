import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import { contactCardSchema } from "./contact-card.schema.ts";
import type { ContactsArrayMessage } from "./contacts-array-message.ts";
import { forwardMarks } from "./forward-marks.schema.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";

export const contactsArrayMessageSchema: SchemaSource<ContactsArrayMessage> = schemaFor<ContactsArrayMessage>()((z) =>
  z.object({
    typeMessage: z.literal(["contactsArrayMessage", "ContactsArrayMessage"]),
    messageData: z.optional(z.object({ contacts: z.array(contactCardSchema(z)), ...forwardMarks(z) })),
    contacts: z.optional(z.array(contactCardSchema(z))),
    quotedMessage: z.optional(quotedMessageSchema(z)),
    ...forwardMarks(z),
  }),
);
