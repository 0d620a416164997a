import { fits } from "./fits.ts";
import type { SchemaNode } from "./schema.ts";

/** A validator where no code can be generated at run time (Workers, edge runtimes), and where every byte counts: zod stays out of the bundle. */
export function validatorFor(schema: SchemaNode): (value: unknown) => boolean {
  return (value) => fits(schema, value);
}
