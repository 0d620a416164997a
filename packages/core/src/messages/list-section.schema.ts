import { schemaFor, type SchemaSource } from "../notifications/schema-for.ts";
import type { ListSection } from "./list-message.ts";

export const listSectionSchema: SchemaSource<ListSection> = schemaFor<ListSection>()((z) =>
  z.object({
    title: z.optional(z.string()),
    rows: z.optional(
      z.array(z.object({ rowId: z.optional(z.string()), title: z.optional(z.string()), description: z.optional(z.string()) })),
    ),
  }),
);
