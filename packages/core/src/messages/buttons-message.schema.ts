import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import type { ButtonsMessage, ButtonsMessageData } from "./buttons-message.ts";
import { forwardMarks } from "./forward-marks.schema.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";

const dataSchema: SchemaSource<ButtonsMessageData> = schemaFor<ButtonsMessageData>()((z) =>
  z.object({
    contentText: z.optional(z.string()),
    footer: z.optional(z.string()),
    buttons: z.optional(z.array(z.object({ buttonId: z.optional(z.string()), buttonText: z.optional(z.string()) }))),
    ...forwardMarks(z),
  }),
);

export const buttonsMessageSchema: SchemaSource<ButtonsMessage> = schemaFor<ButtonsMessage>()((z) =>
  z.object({
    typeMessage: z.literal("buttonsMessage"),
    buttonsMessage: z.optional(dataSchema(z)),
    buttonMessageData: z.optional(dataSchema(z)),
    quotedMessage: z.optional(quotedMessageSchema(z)),
  }),
);
