import type { DeepPartial } from "./deep-partial.ts";

/** `value` with the given fields put in at any depth. Neither is changed. */
export function merge<Value extends object>(value: Value, changes: DeepPartial<Value> | undefined): Value {
  return changes === undefined ? value : (mergeObjects(value, changes) as Value);
}

function mergeObjects(value: object, changes: object): object {
  const merged: Record<string, unknown> = { ...value };
  for (const [key, change] of Object.entries(changes)) {
    const before = merged[key];
    if (change === undefined) delete merged[key];
    else merged[key] = isObject(before) && isObject(change) ? mergeObjects(before, change) : change;
  }
  return merged;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
