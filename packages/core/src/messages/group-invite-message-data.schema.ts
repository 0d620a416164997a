import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import type { GroupInviteMessageData } from "./group-invite-message.ts";

export const groupInviteMessageDataSchema: SchemaSource<GroupInviteMessageData> = schemaFor<GroupInviteMessageData>()((z) =>
  z.object({
    groupJid: z.string(),
    inviteCode: z.optional(z.string()),
    inviteExpiration: z.optional(
      z.union([z.string(), z.object({ low: z.optional(z.number()), high: z.optional(z.number()), unsigned: z.optional(z.boolean()) })]),
    ),
    groupName: z.optional(z.string()),
    caption: z.optional(z.string()),
    name: z.optional(z.string()),
    jpegThumbnail: z.optional(z.string()),
  }),
);
