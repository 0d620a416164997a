import { formatPath } from "./format-path.ts";
import type { NotificationIssue } from "./parsed-notification.ts";
import type { SchemaSource, Zod } from "./schema-for.ts";

/** How many issues are listed at most; the search ends there. */
const maxIssues = 10;

/** What a schema allows in one place. */
interface Rule {
  /** What it calls its type, for the sentence about another one. */
  readonly type: string;
  /** Whether the value is of that type, whatever it holds. */
  readonly accepts: (value: unknown) => boolean;
  /** Adds what is wrong inside a value of that type. Absent where there is no inside. */
  readonly search?: (value: never, path: PropertyKey[], found: NotificationIssue[]) => void;
  /** What else is said of a value of another type. Absent where the type says it. */
  readonly expected?: string;
}

/**
 * What is wrong with a value that its schema refuses, at most ten issues, without any of its content. zod's own list is not used: it is as long as the
 * value is bad, which for half a million wrong items overflows the stack.
 */
export function issuesOf(value: unknown, source: SchemaSource<unknown>): readonly NotificationIssue[] {
  const found: NotificationIssue[] = [];
  // Schemas are functions of zod, so that something else can read them: here, what looks for issues. The proof is ruleMakers' keys.
  check(source(ruleMakers as unknown as Zod) as unknown as Rule, value, [], found);
  return found;
}

function check(rule: Rule, value: unknown, path: PropertyKey[], found: NotificationIssue[]): void {
  if (found.length >= maxIssues) return;
  if (rule.accepts(value)) rule.search?.(value as never, path, found);
  else found.push({ path: formatPath(path), message: describe(rule, value) });
}

function describe({ type, expected }: Rule, found: unknown): string {
  if (found === undefined) return "is missing";
  return expected === undefined ? `must be of type ${type}, not ${nameOfType(found)}` : `must be ${expected}`;
}

function nameOfType(found: unknown): string {
  if (found === null) return "null";
  if (Array.isArray(found)) return "array";
  // The only numbers that JSON text gives and schemas refuse are those too large to hold.
  if (typeof found === "number" && !Number.isFinite(found)) return "a number too large";
  return typeof found;
}

/** Stands in for zod: each function gives the rule that zod's schema would check. */
const ruleMakers: { readonly [Name in keyof Zod]: (...parts: never[]) => Rule } = {
  string: () => ({ type: "string", accepts: (value) => typeof value === "string" }),
  number: () => ({ type: "number", accepts: (value) => Number.isFinite(value) }),
  boolean: () => ({ type: "boolean", accepts: (value) => typeof value === "boolean" }),
  optional: (rule: Rule) => ({ ...rule, accepts: (value) => value === undefined || rule.accepts(value), search: unless(rule, undefined) }),
  nullable: (rule: Rule) => ({ ...rule, accepts: (value) => value === null || rule.accepts(value), search: unless(rule, null) }),
  literal: (allowed: string | readonly string[]) => {
    const values = [allowed].flat();
    const expected = values.map((value) => JSON.stringify(value)).join(" or ");
    return { type: "literal", accepts: (value) => values.includes(value as string), expected };
  },
  array: (items: Rule) => ({
    type: "array",
    accepts: Array.isArray,
    search: (value: readonly unknown[], path, found) => {
      for (let index = 0; index < value.length && found.length < maxIssues; index += 1) inside(items, value[index], index, path, found);
    },
  }),
  object: (shape: Readonly<Record<string, Rule>>) => ({
    type: "object",
    accepts: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
    search: (value: Readonly<Record<string, unknown>>, path, found) => {
      for (const [key, rule] of Object.entries(shape)) inside(rule, value[key], key, path, found);
    },
  }),
  union: (rules: readonly Rule[]) => ({
    type: rules.map(({ type }) => type).join(" or "),
    accepts: (value) => rules.some(({ accepts }) => accepts(value)),
    search: (value: unknown, path, found) => {
      const attempts = rules.filter(({ accepts }) => accepts(value)).map((rule) => attempt(rule, value, path));
      // Of several shapes, what is said is about those that come closest.
      const fewest = Math.min(...attempts.map(({ length }) => length));
      const paths = new Set(found.map((issue) => issue.path));
      for (const issue of attempts.filter(({ length }) => length === fewest).flat()) {
        if (found.length < maxIssues && !paths.has(issue.path)) found.push(issue);
        paths.add(issue.path);
      }
    },
  }),
};

function unless(rule: Rule, nothing: unknown): NonNullable<Rule["search"]> {
  return (value, path, found) => (value === nothing ? undefined : rule.search?.(value, path, found));
}

function inside(rule: Rule, value: unknown, step: PropertyKey, path: PropertyKey[], found: NotificationIssue[]): void {
  path.push(step);
  check(rule, value, path, found);
  path.pop();
}

function attempt(rule: Rule, value: unknown, path: PropertyKey[]): readonly NotificationIssue[] {
  const found: NotificationIssue[] = [];
  check(rule, value, path, found);
  return found;
}
