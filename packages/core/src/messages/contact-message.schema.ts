import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import type { ContactMessage } from "./contact-message.ts";
import { forwardMarks } from "./forward-marks.schema.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";

export const contactMessageSchema: SchemaSource<ContactMessage> = schemaFor<ContactMessage>()((z) =>
  z.object({
    typeMessage: z.literal("contactMessage"),
    contactMessageData: z.object({
      displayName: z.optional(z.string()),
      vcard: z.string(),
      phoneContact: z.optional(z.string()),
      firstName: z.optional(z.string()),
      lastName: z.optional(z.string()),
      chatId: z.optional(z.string()),
      phoneNumber: z.optional(z.string()),
      urlAvatar: z.optional(z.string()),
      ...forwardMarks(z),
    }),
    quotedMessage: z.optional(quotedMessageSchema(z)),
  }),
);
