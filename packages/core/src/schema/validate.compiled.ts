import * as zod from "zod/v4/core";
import { fits } from "./fits.ts";
import type { FieldNode, SchemaNode } from "./schema.ts";

/**
 * A validator where code may be generated at run time (Node, Bun, Deno, browsers): by zod's compiler, for which a valid notification costs a
 * twentieth of a microsecond. zod's core loads faster than `zod` and `zod/mini`. A test holds it to the verdicts of `fits`, which decides
 * where a Content-Security-Policy forbids the generated code: zod's interpreter overflows the stack for hundreds of thousands of issues.
 */
export function validatorFor(schema: SchemaNode): (value: unknown) => boolean {
  const compiled = compile(toZodCore(schema));
  return compiled === undefined ? (value) => fits(schema, value) : (value) => zod.validate(compiled, value);
}

function compile(schema: zod.$ZodType): zod.$ZodType | undefined {
  try {
    return zod.compile(schema, { strict: true });
  } catch {
    return undefined;
  }
}

function toZodCore(node: FieldNode): zod.$ZodType {
  switch (node.type) {
    case "string":
      return new zod.$ZodString({ type: "string" });
    case "number":
      return new zod.$ZodNumber({ type: "number" });
    case "boolean":
      return new zod.$ZodBoolean({ type: "boolean" });
    case "literal":
      return new zod.$ZodLiteral({ type: "literal", values: [...node.values] });
    case "array":
      return new zod.$ZodArray({ type: "array", element: toZodCore(node.items) });
    case "object": {
      const shape = Object.fromEntries(Object.entries(node.fields).map(([name, field]) => [name, toZodCore(field)]));
      return new zod.$ZodObject({ type: "object", shape });
    }
    case "union":
      return new zod.$ZodUnion({ type: "union", options: node.options.map(toZodCore) });
    case "optional":
      return new zod.$ZodOptional({ type: "optional", innerType: toZodCore(node.inner) });
    case "nullable":
      return new zod.$ZodNullable({ type: "nullable", innerType: toZodCore(node.inner) });
  }
}
