import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import type { FileMessageData } from "./file-message-data.ts";
import { forwardMarks } from "./forward-marks.schema.ts";

export const fileMessageDataSchema: SchemaSource<FileMessageData> = schemaFor<FileMessageData>()((z) =>
  z.object({
    downloadUrl: z.optional(z.string()),
    caption: z.optional(z.string()),
    fileName: z.optional(z.string()),
    jpegThumbnail: z.optional(z.string()),
    mimeType: z.optional(z.string()),
    isAnimated: z.optional(z.boolean()),
    titleFile: z.optional(z.string()),
    videoNote: z.optional(z.boolean()),
    ...forwardMarks(z),
  }),
);
