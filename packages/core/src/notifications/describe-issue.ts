import type { core } from "zod/mini";
import type { NotificationIssue } from "./parsed-notification.ts";

/** Turns an issue of zod's into paths and sentences of ours. Nothing of the value gets into either. */
export function describeIssue(issue: core.$ZodIssue, value: unknown): readonly NotificationIssue[] {
  return resolved(issue, value).map((plain) => ({ path: formatPath(plain.path), message: describe(plain, at(value, plain.path)) }));
}

/** `["messageData", "options", 2, "optionName"]` as `messageData.options[2].optionName`. */
export function formatPath(path: readonly PropertyKey[]): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else text += text === "" ? String(step) : `.${String(step)}`;
  }
  return text;
}

/** Where one of several shapes was allowed and none fits: the issues of those that fit best. */
function resolved(issue: core.$ZodIssue, value: unknown): readonly core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const shapes = issue.errors
    .map((branch) => branch.flatMap((inner) => resolved({ ...inner, path: [...issue.path, ...inner.path] }, value)))
    .filter((branch) => branch.every((inner) => inner.path.length > issue.path.length));
  // None of them is even of the right type: the union itself says it best.
  if (shapes.length === 0) return [issue];
  const fewest = Math.min(...shapes.map((branch) => branch.length));
  const best = shapes.filter((branch) => branch.length === fewest).flat();
  return best.filter((inner, index) => best.findIndex((other) => formatPath(other.path) === formatPath(inner.path)) === index);
}

function describe(issue: core.$ZodIssue, found: unknown): string {
  if (found === undefined) return "is missing";
  switch (issue.code) {
    case "invalid_type":
      return `must be of type ${issue.expected}, not ${nameOfType(found)}`;
    case "invalid_union":
      return `must be of type ${expectedTypes(issue.errors).join(" or ")}, not ${nameOfType(found)}`;
    case "invalid_value":
      return `must be ${issue.values.map((allowed) => JSON.stringify(allowed)).join(" or ")}`;
    default:
      return "is not as documented";
  }
}

function expectedTypes(branches: readonly (readonly core.$ZodIssue[])[]): string[] {
  const types = new Set<string>();
  for (const branch of branches) {
    const [first] = branch;
    types.add(first?.code === "invalid_type" ? first.expected : "another");
  }
  return [...types];
}

function nameOfType(found: unknown): string {
  if (found === null) return "null";
  if (Array.isArray(found)) return "array";
  // The only numbers that JSON text gives and zod refuses are those too large to hold.
  if (typeof found === "number" && !Number.isFinite(found)) return "a number too large";
  return typeof found;
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, step)) return undefined;
    found = (found as Record<PropertyKey, unknown>)[step];
  }
  return found;
}
