export { jsonSchemaOf } from "./schemas/json-schema-of.ts";
export { schemaOf } from "./schemas/schema-of.ts";
export type { JsonSchema } from "./schemas/json-schema-of.ts";
