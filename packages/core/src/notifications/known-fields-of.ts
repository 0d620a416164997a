import type { Zod } from "./schema-for.ts";
import { schemaSourceOf } from "./schema-source-of.ts";

/** Which fields a value of a kind has, as its schema says. */
export interface KnownFields {
  /** The fields of an object. Absent where the schema has none. */
  readonly fields?: ReadonlyMap<string, KnownFields>;
  /** The items of an array. Absent where the schema has none. */
  readonly items?: KnownFields;
}

/** The fields of a kind; `undefined` for a kind that isn't known. */
export function knownFieldsOf(typeWebhook: string, typeMessage?: string): KnownFields | undefined {
  // Schemas are functions of zod, so that something else can read them: here, what notes the fields down. The proof is fieldNotes' keys.
  return schemaSourceOf(typeWebhook, typeMessage)?.(fieldNotes as unknown as Zod) as KnownFields | undefined;
}

const leaf = (): KnownFields => ({});
const same = (inner: KnownFields): KnownFields => inner;

/** Stands in for zod: each function gives the fields that zod's schema would check. */
const fieldNotes: { readonly [Name in keyof Zod]: (...parts: never[]) => KnownFields } = {
  array: (items: KnownFields) => ({ items }),
  object: (shape: Readonly<Record<string, KnownFields>>) => ({ fields: new Map(Object.entries(shape)) }),
  union: (options: readonly KnownFields[]) => options.reduce(merged, {}),
  optional: same,
  nullable: same,
  boolean: leaf,
  literal: leaf,
  number: leaf,
  string: leaf,
};

/** What either of two has. */
function merged(one: KnownFields, other: KnownFields): KnownFields {
  const fields = one.fields === undefined ? other.fields : new Map([...one.fields, ...(other.fields ?? [])]);
  const items = one.items ?? other.items;
  return { ...(fields === undefined ? undefined : { fields }), ...(items === undefined ? undefined : { items }) };
}
