import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import { extendedTextMessageDataSchema } from "./extended-text-message-data.schema.ts";
import type { ReactionMessage } from "./reaction-message.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";

export const reactionMessageSchema: SchemaSource<ReactionMessage> = schemaFor<ReactionMessage>()((z) =>
  z.object({
    typeMessage: z.literal("reactionMessage"),
    extendedTextMessageData: extendedTextMessageDataSchema(z),
    quotedMessage: z.optional(quotedMessageSchema(z)),
  }),
);
