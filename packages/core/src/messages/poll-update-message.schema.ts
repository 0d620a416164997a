import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import type { PollUpdateMessage } from "./poll-update-message.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";

export const pollUpdateMessageSchema: SchemaSource<PollUpdateMessage> = schemaFor<PollUpdateMessage>()((z) =>
  z.object({
    typeMessage: z.literal("pollUpdateMessage"),
    pollMessageData: z.object({
      stanzaId: z.optional(z.string()),
      name: z.optional(z.string()),
      votes: z.array(
        z.object({
          optionName: z.string(),
          optionVoters: z.array(z.union([z.string(), z.object({ wid: z.optional(z.string()), voterWid: z.optional(z.string()) })])),
        }),
      ),
      multipleAnswers: z.optional(z.boolean()),
    }),
    quotedMessage: z.optional(quotedMessageSchema(z)),
  }),
);
