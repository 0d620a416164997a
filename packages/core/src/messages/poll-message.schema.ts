import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import { forwardMarks } from "./forward-marks.schema.ts";
import type { PollMessage } from "./poll-message.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";

export const pollMessageSchema: SchemaSource<PollMessage> = schemaFor<PollMessage>()((z) =>
  z.object({
    typeMessage: z.literal("pollMessage"),
    pollMessageData: z.optional(
      z.object({
        stanzaId: z.optional(z.string()),
        name: z.string(),
        options: z.array(z.object({ optionName: z.string() })),
        multipleAnswers: z.optional(z.boolean()),
        allowToChangeAnswer: z.optional(z.boolean()),
        ...forwardMarks(z),
      }),
    ),
    pollCreationMessage: z.optional(
      z.object({
        name: z.string(),
        options: z.array(z.object({ optionName: z.string() })),
        selectableOptionsCount: z.optional(z.number()),
      }),
    ),
    quotedMessage: z.optional(quotedMessageSchema(z)),
  }),
);
