import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import { forwardMarks } from "./forward-marks.schema.ts";
import type { InteractiveButtonsData } from "./interactive-buttons.ts";

export const interactiveButtonsDataSchema: SchemaSource<InteractiveButtonsData> = schemaFor<InteractiveButtonsData>()((z) =>
  z.object({
    titleText: z.optional(z.string()),
    contentText: z.optional(z.string()),
    footerText: z.optional(z.string()),
    header: z.optional(z.string()),
    body: z.optional(z.string()),
    footer: z.optional(z.string()),
    buttons: z.optional(
      z.array(
        z.object({
          type: z.optional(z.string()),
          buttonId: z.optional(z.string()),
          buttonText: z.optional(z.string()),
          copyCode: z.optional(z.string()),
          phoneNumber: z.optional(z.string()),
          url: z.optional(z.string()),
        }),
      ),
    ),
    ...forwardMarks(z),
  }),
);
