import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import { groupInviteMessageDataSchema } from "./group-invite-message-data.schema.ts";
import type { GroupInviteMessage } from "./group-invite-message.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";

export const groupInviteMessageSchema: SchemaSource<GroupInviteMessage> = schemaFor<GroupInviteMessage>()((z) =>
  z.object({
    typeMessage: z.literal("groupInviteMessage"),
    groupInviteMessageData: groupInviteMessageDataSchema(z),
    quotedMessage: z.optional(quotedMessageSchema(z)),
  }),
);
