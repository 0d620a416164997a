import * as core from "zod/v4/core";
import { issuesOf } from "./issues-of.ts";
import type { NotificationIssue } from "./parsed-notification.ts";
import type { SchemaSource, Zod } from "./schema-for.ts";
import type { Validator } from "./validator.ts";

/**
 * Makes a validator of a schema where code may be generated at run time (Node, Bun, Deno, browsers): by zod's compiler, for which a valid
 * notification costs a twentieth of a microsecond.
 */
export function validatorFor(source: SchemaSource<unknown>): Validator {
  const schema: core.$ZodType = core.compile(source(zod));
  return (value) => {
    if (fits(schema, value)) return noIssues;
    const issues = issuesOf(value, source);
    return issues.length > 0 ? issues : [{ path: "", message: "is not as documented" }];
  };
}

const noIssues: readonly NotificationIssue[] = [];

function fits(schema: core.$ZodType, value: unknown): boolean {
  try {
    return core.validate(schema, value);
  } catch {
    // zod's interpreter gathers issues, and overflows the stack for hundreds of thousands of them: whatever else, it does not fit.
    return false;
  }
}

/**
 * zod's own core, which loads faster than zod/mini, under the names that sources use. Its schemas lack only the methods that nobody calls
 * here: hence the assertion.
 */
const zod = {
  array: (element: core.$ZodType) => new core.$ZodArray({ type: "array", element }),
  boolean: () => new core.$ZodBoolean({ type: "boolean" }),
  literal: (allowed: string | string[]) => new core.$ZodLiteral({ type: "literal", values: [allowed].flat() }),
  nullable: (innerType: core.$ZodType) => new core.$ZodNullable({ type: "nullable", innerType }),
  number: () => new core.$ZodNumber({ type: "number" }),
  object: (shape: Record<string, core.$ZodType>) => new core.$ZodObject({ type: "object", shape }),
  optional: (innerType: core.$ZodType) => new core.$ZodOptional({ type: "optional", innerType }),
  string: () => new core.$ZodString({ type: "string" }),
  union: (options: core.$ZodType[]) => new core.$ZodUnion({ type: "union", options }),
} satisfies { readonly [Name in keyof Zod]: unknown } as unknown as Zod;
