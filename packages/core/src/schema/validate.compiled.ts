import * as zod from "zod/v4/core";
import { issuesOf } from "./issues-of.ts";
import type { NotificationIssue } from "./notification-issue.ts";
import type { FieldNode, SchemaNode } from "./schema.ts";
import type { Validator } from "./validator.ts";

/**
 * Makes a validator of a schema where code may be generated at run time (Node, Bun, Deno, browsers): by zod's compiler, for which a valid
 * notification costs a twentieth of a microsecond. zod's core loads faster than `zod` and `zod/mini`.
 */
export function validatorFor(schema: SchemaNode): Validator {
  const compiled: zod.$ZodType = zod.compile(toZodCore(schema));
  return (value) => {
    if (fits(compiled, value)) return noIssues;
    const issues = issuesOf(value, schema);
    return issues.length > 0 ? issues : [{ path: "", message: "is not as documented" }];
  };
}

const noIssues: readonly NotificationIssue[] = [];

function fits(compiled: zod.$ZodType, value: unknown): boolean {
  try {
    return zod.validate(compiled, value);
  } catch {
    // zod's interpreter gathers issues, and overflows the stack for hundreds of thousands of them: in any case, the value does not fit.
    return false;
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
