import type { FieldNode } from "./schema.ts";

/** Which fields a value has, as its schema says. */
export interface KnownFields {
  /** The fields of an object. Absent where the schema has none. */
  readonly fields?: ReadonlyMap<string, KnownFields>;
  /** The items of an array. Absent where the schema has none. */
  readonly items?: KnownFields;
}

export function knownFieldsOf(node: FieldNode): KnownFields {
  switch (node.type) {
    case "array":
      return { items: knownFieldsOf(node.items) };
    case "object":
      return { fields: new Map(Object.entries(node.fields).map(([name, field]) => [name, knownFieldsOf(field)])) };
    case "union":
      return node.options.map(knownFieldsOf).reduce(merge, {});
    case "optional":
    case "nullable":
      return knownFieldsOf(node.inner);
    default:
      return {};
  }
}

/** The fields that either of two has. */
function merge(one: KnownFields, other: KnownFields): KnownFields {
  const fields = one.fields === undefined ? other.fields : new Map([...one.fields, ...(other.fields ?? [])]);
  const items = one.items ?? other.items;
  return { ...(fields === undefined ? undefined : { fields }), ...(items === undefined ? undefined : { items }) };
}
