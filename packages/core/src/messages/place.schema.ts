import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import type { Place } from "./location-message.ts";

export const placeSchema: SchemaSource<Place> = schemaFor<Place>()((z) =>
  z.object({
    latitude: z.number(),
    longitude: z.number(),
    nameLocation: z.optional(z.string()),
    address: z.optional(z.string()),
    jpegThumbnail: z.optional(z.string()),
  }),
);
