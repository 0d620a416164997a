import { array, object, optional, string, type Schema } from "../schema/schema.ts";

export interface ListSection {
  readonly title?: string;
  readonly rows?: readonly ListRow[];
}

export interface ListRow {
  /** The id that a response names. */
  readonly rowId?: string;
  readonly title?: string;
  /** Absent where none was given. */
  readonly description?: string;
}

/** @internal */
export const listSectionSchema: Schema<ListSection> = object({
  title: optional(string),
  rows: optional(array(object({ rowId: optional(string), title: optional(string), description: optional(string) }))),
});
