import type { core } from "zod/mini";
import type { NotificationIssue } from "./parsed-notification.ts";

/** Turns an issue of zod's into a path and a sentence of ours. Nothing of the value gets into either. */
export function describeIssue(issue: core.$ZodIssue, value: unknown): NotificationIssue {
  return { path: formatPath(issue.path), message: describe(issue, at(value, issue.path)) };
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
