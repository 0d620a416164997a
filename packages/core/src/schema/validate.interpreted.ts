import { issuesOf } from "./issues-of.ts";
import type { SchemaNode } from "./schema.ts";
import type { Validator } from "./validator.ts";

/**
 * Makes a validator of a schema where no code can be generated at run time (Workers, edge runtimes), and where every byte counts: what
 * looks for issues on the other runtimes decides here, and zod stays out of the bundle. A test holds both to the same verdicts.
 */
export function validatorFor(schema: SchemaNode): Validator {
  return (value) => issuesOf(value, schema);
}
