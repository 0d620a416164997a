import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import type { ExtendedTextMessageData } from "./extended-text-message.ts";
import { forwardMarks } from "./forward-marks.schema.ts";

export const extendedTextMessageDataSchema: SchemaSource<ExtendedTextMessageData> = schemaFor<ExtendedTextMessageData>()((z) =>
  z.object({
    text: z.optional(z.string()),
    description: z.optional(z.string()),
    title: z.optional(z.string()),
    jpegThumbnail: z.optional(z.string()),
    previewType: z.optional(z.string()),
    containsAutoReply: z.optional(z.boolean()),
    showAdAttribution: z.optional(z.boolean()),
    mediaType: z.optional(z.string()),
    sourceId: z.optional(z.string()),
    sourceType: z.optional(z.string()),
    sourceUrl: z.optional(z.string()),
    thumbnailUrl: z.optional(z.string()),
    stanzaId: z.optional(z.string()),
    participant: z.optional(z.string()),
    ...forwardMarks(z),
  }),
);
