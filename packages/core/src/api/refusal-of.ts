/** How deep a notification may be nested, as in the webhook handler. */
const maxDepth = 64;

/**
 * Why a value isn't handed on although it is JSON: it is no object, nested too deeply, or has a key that changes prototypes when it is copied.
 * `undefined` for one that may be. Walks level by level, so that depth can't exhaust the stack.
 */
export function refusalOf(value: unknown): "SHAPE" | "DEPTH" | "POISON_KEY" | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "SHAPE";
  let level: readonly object[] = [value];
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > maxDepth) return "DEPTH";
    if (level.some(hasPoisonKey)) return "POISON_KEY";
    level = level.flatMap((item) => Object.values(item).filter(isObject));
  }
  return undefined;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function hasPoisonKey(item: object): boolean {
  if (Object.hasOwn(item, "__proto__")) return true;
  const constructor: unknown = Object.hasOwn(item, "constructor") ? (item as { constructor: unknown }).constructor : undefined;
  return isObject(constructor) && Object.hasOwn(constructor, "prototype");
}
