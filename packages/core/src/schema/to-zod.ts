import * as z from "zod";
import type { FieldNode, ObjectNode } from "./schema.ts";

const builtObjects = new WeakMap<ObjectNode, z.ZodType>();

/** Builds a schema in classic zod. Its objects are loose: what is parsed with it keeps the fields that aren't known yet, as everything here does. */
export function toZod(node: FieldNode): z.ZodType {
  switch (node.type) {
    case "string":
      return z.string();
    case "number":
      return z.number();
    case "boolean":
      return z.boolean();
    case "literal":
      return z.literal(node.values);
    case "array":
      return z.array(toZod(node.items));
    case "object":
      return toZodObject(node);
    case "union":
      return z.union(node.options.map(toZod));
    case "optional":
      return z.optional(toZod(node.inner));
    case "nullable":
      return z.nullable(toZod(node.inner));
  }
}

/** The same node gives the same schema, so that a shape which many kinds share is one definition in a JSON Schema. */
function toZodObject(node: ObjectNode): z.ZodType {
  const built =
    builtObjects.get(node) ?? z.looseObject(Object.fromEntries(Object.entries(node.fields).map(([name, field]) => [name, toZod(field)])));
  builtObjects.set(node, built);
  return built;
}
