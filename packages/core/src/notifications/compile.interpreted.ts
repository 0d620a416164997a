/** Where code can't be generated at run time (Workers, edge runtimes): schemas stay interpreted, and the compiler stays out of the bundle. */
export function compile<Schema>(schema: Schema): Schema {
  return schema;
}
