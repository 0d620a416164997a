import type { ContactAvatar } from "./contact-avatar.ts";
import { instanceDataSchema } from "./instance-data.schema.ts";
import { schemaFor, type SchemaSource } from "./schema-for.ts";

export const contactAvatarSchema: SchemaSource<ContactAvatar> = schemaFor<ContactAvatar>()((z) =>
  z.object({
    typeWebhook: z.literal("deviceInfo"),
    instanceData: instanceDataSchema(z),
    timestamp: z.number(),
    avatarInfo: z.object({
      chatId: z.union([z.string(), z.boolean()]),
      urlAvatar: z.string(),
      existsWhatsapp: z.optional(z.boolean()),
      reason: z.optional(z.string()),
    }),
  }),
);
