import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import { forwardMarks } from "./forward-marks.schema.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";
import type { TextMessage } from "./text-message.ts";

export const textMessageSchema: SchemaSource<TextMessage> = schemaFor<TextMessage>()((z) =>
  z.object({
    typeMessage: z.literal("textMessage"),
    textMessageData: z.object({
      textMessage: z.optional(z.string()),
      isTemplateMessage: z.optional(z.boolean()),
      ...forwardMarks(z),
    }),
    quotedMessage: z.optional(quotedMessageSchema(z)),
  }),
);
