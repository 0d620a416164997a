import { isObject } from "./is-object.ts";
import type { ArrayNode, FieldNode, ObjectNode } from "./schema.ts";

/** Whether a value is exactly as its schema says. Fields that the schema doesn't name are allowed. */
export function fits(node: FieldNode, value: unknown): boolean {
  switch (node.type) {
    case "string":
    case "boolean":
      return typeof value === node.type;
    case "number":
      return Number.isFinite(value);
    case "literal":
      return typeof value === "string" && node.values.includes(value);
    case "array":
      return Array.isArray(value) && itemsFit(node, value);
    case "object":
      return isObject(value) && fieldsFit(node, value);
    case "union":
      return node.options.some((option) => fits(option, value));
    case "optional":
      return value === undefined || fits(node.inner, value);
    case "nullable":
      return value === null || fits(node.inner, value);
  }
}

function itemsFit({ items }: ArrayNode, value: readonly unknown[]): boolean {
  // every() would skip holes.
  for (const item of value) if (!fits(items, item)) return false;
  return true;
}

function fieldsFit({ fields }: ObjectNode, value: Readonly<Record<string, unknown>>): boolean {
  for (const name in fields) {
    const field = fields[name];
    if (field !== undefined && !fits(field, value[name])) return false;
  }
  return true;
}
