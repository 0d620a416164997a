import { issuesOf } from "../schema/issues-of.ts";
import type { Schema } from "../schema/schema.ts";

/** A value that fits a schema; `undefined` for one that doesn't. */
export function fitting<Value>(value: unknown, schema: Schema<Value>): Value | undefined {
  // issuesOf() is the proof.
  return issuesOf(value, schema).length === 0 ? (value as Value) : undefined;
}
