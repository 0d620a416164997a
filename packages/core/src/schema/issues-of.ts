import { formatPath } from "./format-path.ts";
import type { NotificationIssue } from "./notification-issue.ts";
import type { FieldNode, SchemaNode } from "./schema.ts";

/** How many issues are listed at most; the search ends there. */
const maxIssues = 10;

/**
 * Lists what a schema refuses in a value: at most ten issues, without any of its content. zod's own list is not used: it is as long as the
 * value is bad, which for half a million wrong items overflows the stack.
 */
export function issuesOf(value: unknown, schema: SchemaNode): readonly NotificationIssue[] {
  const found: NotificationIssue[] = [];
  check(schema, value, [], found);
  return found;
}

function check(node: FieldNode, value: unknown, path: PropertyKey[], found: NotificationIssue[]): void {
  if (found.length >= maxIssues) return;
  if (accepts(node, value)) checkInside(node, value, path, found);
  else found.push({ path: formatPath(path), message: describe(node, value) });
}

/** Whether a value is of the node's type, whatever it contains. */
function accepts(node: FieldNode, value: unknown): boolean {
  switch (node.type) {
    case "string":
    case "boolean":
      return typeof value === node.type;
    case "number":
      return Number.isFinite(value);
    case "literal":
      return typeof value === "string" && node.values.includes(value);
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    case "union":
      return node.options.some((option) => accepts(option, value));
    case "optional":
      return value === undefined || accepts(node.inner, value);
    case "nullable":
      return value === null || accepts(node.inner, value);
  }
}

function checkInside(node: FieldNode, value: unknown, path: PropertyKey[], found: NotificationIssue[]): void {
  switch (node.type) {
    case "array":
      if (!Array.isArray(value)) return;
      for (let index = 0; index < value.length && found.length < maxIssues; index += 1)
        checkStep(node.items, value[index], index, path, found);
      return;
    case "object":
      if (!isObject(value)) return;
      for (const [key, field] of Object.entries(node.fields)) checkStep(field, value[key], key, path, found);
      return;
    case "union":
      checkUnion(node.options, value, path, found);
      return;
    case "optional":
      if (value !== undefined) checkInside(node.inner, value, path, found);
      return;
    case "nullable":
      if (value !== null) checkInside(node.inner, value, path, found);
      return;
    default:
  }
}

function checkStep(node: FieldNode, value: unknown, step: PropertyKey, path: PropertyKey[], found: NotificationIssue[]): void {
  path.push(step);
  check(node, value, path, found);
  path.pop();
}

/** Of several shapes, the issues are those of the closest ones. */
function checkUnion(options: readonly SchemaNode[], value: unknown, path: PropertyKey[], found: NotificationIssue[]): void {
  const attempts = options
    .filter((option) => accepts(option, value))
    .map((option) => {
      const issues: NotificationIssue[] = [];
      check(option, value, path, issues);
      return issues;
    });
  const fewest = Math.min(...attempts.map(({ length }) => length));
  const paths = new Set(found.map((issue) => issue.path));
  for (const issue of attempts.filter(({ length }) => length === fewest).flat()) {
    if (found.length < maxIssues && !paths.has(issue.path)) found.push(issue);
    paths.add(issue.path);
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function describe(node: FieldNode, found: unknown): string {
  if (found === undefined) return "is missing";
  const wanted = node.type === "optional" || node.type === "nullable" ? node.inner : node;
  if (wanted.type === "literal") return `must be ${wanted.values.map((value) => JSON.stringify(value)).join(" or ")}`;
  return `must be of type ${nameOfNode(wanted)}, not ${nameOfType(found)}`;
}

function nameOfNode(node: SchemaNode): string {
  if (node.type === "union") return node.options.map(nameOfNode).join(" or ");
  return node.type === "nullable" ? nameOfNode(node.inner) : node.type;
}

function nameOfType(found: unknown): string {
  if (found === null) return "null";
  if (Array.isArray(found)) return "array";
  // The only numbers that JSON text gives and schemas refuse are those too large to hold.
  if (typeof found === "number" && !Number.isFinite(found)) return "a number too large";
  return typeof found;
}
