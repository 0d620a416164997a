/** Part of a value, at any depth. Arrays are replaced as a whole; `undefined` removes a field. */
export type DeepPartial<Value> = Value extends string | number | boolean | null | undefined | readonly unknown[]
  ? Value | undefined
  : { readonly [Key in keyof Value]?: DeepPartial<Value[Key]> | undefined };

/** Changes to a notification, at any depth. `undefined` removes a field. */
export type Changes<Value extends object> = { readonly [Key in keyof Value]?: DeepPartial<Value[Key]> | undefined };

/** A copy of `value` with the changes applied. Both arguments stay as they are. */
export function merge<Value extends object>(value: Value, changes: Changes<Value> | undefined): Value {
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
