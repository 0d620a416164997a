import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import { forwardMarks } from "./forward-marks.schema.ts";
import type { LocationMessage } from "./location-message.ts";
import { quotedMessageSchema } from "./quoted-message.schema.ts";

export const locationMessageSchema: SchemaSource<LocationMessage> = schemaFor<LocationMessage>()((z) =>
  z.object({
    typeMessage: z.literal("locationMessage"),
    locationMessageData: z.object({
      latitude: z.number(),
      longitude: z.number(),
      nameLocation: z.optional(z.string()),
      address: z.optional(z.string()),
      jpegThumbnail: z.optional(z.string()),
      ...forwardMarks(z),
    }),
    quotedMessage: z.optional(quotedMessageSchema(z)),
  }),
);
