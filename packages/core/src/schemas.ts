export { jsonSchemaOf } from "./schemas/json-schema-of.schema.ts";
export { schemaOf } from "./schemas/schema-of.schema.ts";
export type { JsonSchema } from "./schemas/json-schema-of.schema.ts";
