import { array, object, optional, string, type Schema } from "../schema/schema.ts";

/** A section of a list. */
export interface ListSection {
  /** Its title. */
  readonly title?: string;
  /** Its rows. */
  readonly rows?: readonly ListRow[];
}

/** A row to choose. */
export interface ListRow {
  /** Its id, which an answer names. */
  readonly rowId?: string;
  /** Its title. */
  readonly title?: string;
  /** More about it. Absent where none was given. */
  readonly description?: string;
}

/** @internal */
export const listSectionSchema: Schema<ListSection> = object({
  title: optional(string),
  rows: optional(array(object({ rowId: optional(string), title: optional(string), description: optional(string) }))),
});
