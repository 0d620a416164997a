import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import { forwardMarks } from "./forward-marks.schema.ts";
import type { ListMessage } from "./list-message.ts";
import { listSectionSchema } from "./list-section.schema.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";

export const listMessageSchema: SchemaSource<ListMessage> = schemaFor<ListMessage>()((z) =>
  z.object({
    typeMessage: z.literal("listMessage"),
    listMessage: z.object({
      contentText: z.optional(z.string()),
      title: z.optional(z.string()),
      footer: z.optional(z.string()),
      buttonText: z.optional(z.string()),
      sections: z.optional(z.array(listSectionSchema(z))),
      ...forwardMarks(z),
    }),
    quotedMessage: z.optional(quotedMessageSchema(z)),
  }),
);
