import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import type { TextMessage } from "./text-message.ts";

export const textMessageSchema: SchemaSource<TextMessage> = schemaFor<TextMessage>()((z) =>
  z.object({
    typeMessage: z.literal("textMessage"),
    textMessageData: z.object({ textMessage: z.optional(z.string()) }),
  }),
);
