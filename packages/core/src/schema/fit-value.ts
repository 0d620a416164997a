import { fits } from "./fits.ts";
import { formatPath } from "./format-path.ts";
import { isObject } from "./is-object.ts";
import type { NotificationIssue } from "./notification-issue.ts";
import { numberFrom } from "./number-from.ts";
import type { ArrayNode, ObjectNode, OptionalNode, Schema, SchemaNode, UnionNode } from "./schema.ts";
import { stringFrom } from "./string-from.ts";

/** How many issues are listed. */
const maxIssues = 10;

/** With more misfits than this, a value doesn't fit. */
const maxMisfits = 100;

/** A value as its schema says, and how the original differs. */
export interface Fitted<Value> {
  /** The original where it fits, else a copy of its changed parts. Absent where the value can't be made to fit. */
  readonly value?: Value;
  /** The misfits in order, by their paths in the original: at most ten. */
  readonly issues: readonly NotificationIssue[];
  /** Whether there were more. */
  readonly issuesOmitted: boolean;
}

/**
 * Makes a value fit its schema. A misfit, or a `null` that isn't documented, takes away the smallest optional field or array item around it.
 * A safe integer is converted for a string, a canonical decimal string for a number. Of a union, the option with the fewest misfits counts,
 * of equals the first. Fields that the schema doesn't name stay, and unchanged parts are shared with the original. Linear in the value's size.
 */
export function fitValue<Value>(schema: Schema<Value>, value: unknown): Fitted<Value> {
  const search = new Search([], 0);
  const fitted = fit(schema, value, search);
  const { issues, issuesOmitted } = search;
  if (fitted === misfit || search.isOver) return { issues, issuesOmitted };
  // A test holds every result to the strict schema.
  return { value: fitted as Value, issues, issuesOmitted };
}

/** In place of a value that doesn't fit and can't be made to. */
const misfit: unique symbol = Symbol("misfit");

/** The misfits found so far, and the path of the value that is being looked at. */
class Search {
  readonly issues: NotificationIssue[] = [];
  issuesOmitted = false;
  misfits: number;
  readonly path: PropertyKey[];

  constructor(path: PropertyKey[], misfits: number) {
    this.path = path;
    this.misfits = misfits;
  }

  /** Whether there are so many misfits that the search ends. */
  get isOver(): boolean {
    return this.misfits > maxMisfits;
  }

  report(message: string): void {
    this.misfits += 1;
    if (this.issues.length < maxIssues) this.issues.push({ path: formatPath(this.path), message });
    else this.issuesOmitted = true;
  }

  takeIssues({ issues, issuesOmitted }: Search): void {
    const room = maxIssues - this.issues.length;
    const paths = new Set(this.issues.map(({ path }) => path));
    const added = issues.filter(({ path }) => !paths.has(path));
    this.issues.push(...added.slice(0, room));
    this.issuesOmitted ||= issuesOmitted || added.length > room;
  }
}

function fit(node: SchemaNode, value: unknown, search: Search): unknown {
  switch (node.type) {
    case "array":
      return Array.isArray(value) ? fitArray(node, value, search) : reportType(node, value, search);
    case "object":
      return isObject(value) ? fitObject(node, value, search) : reportType(node, value, search);
    case "union":
      return fitUnion(node, value, search);
    case "nullable":
      return value === null ? null : fit(node.inner, value, search);
    default:
      return fits(node, value) ? value : convert(node, value, search);
  }
}

function fitArray(node: ArrayNode, items: readonly unknown[], search: Search): unknown {
  let copy: unknown[] | undefined;
  for (let index = 0; index < items.length && !search.isOver; index += 1) {
    search.path.push(index);
    const item = fit(node.items, items[index], search);
    search.path.pop();
    if (item !== items[index]) copy ??= items.slice(0, index);
    if (item !== misfit) copy?.push(item);
  }
  return copy ?? items;
}

function fitObject({ fields }: ObjectNode, value: Readonly<Record<string, unknown>>, search: Search): unknown {
  let copy: Record<string, unknown> | undefined;
  let isWhole = true;
  for (const [name, field] of Object.entries(fields)) {
    search.path.push(name);
    const original = value[name];
    const fitted = field.type === "optional" ? fitOptional(field, original, search) : fit(field, original, search);
    search.path.pop();
    if (fitted === original) continue;
    if (fitted === misfit && field.type !== "optional") {
      isWhole = false;
      continue;
    }
    copy ??= { ...value };
    if (fitted === misfit) delete copy[name];
    else copy[name] = fitted;
  }
  return isWhole ? (copy ?? value) : misfit;
}

function fitOptional(node: OptionalNode, value: unknown, search: Search): unknown {
  if (value === undefined) return undefined;
  if (node.detached !== true) return fit(node.inner, value, search);
  const inner = new Search(search.path, 0);
  const fitted = fit(node.inner, value, inner);
  search.takeIssues(inner);
  return inner.isOver ? misfit : fitted;
}

function fitUnion(node: UnionNode, value: unknown, search: Search): unknown {
  if (fits(node, value)) return value;
  const attempts = node.options
    .filter((option) => accepts(option, value))
    .map((option) => {
      const attempt = new Search(search.path, search.misfits);
      return { attempt, fitted: fit(option, value, attempt) };
    });
  const fitting = attempts.filter(({ fitted }) => fitted !== misfit);
  const candidates = fitting.length > 0 ? fitting : attempts;
  const fewest = Math.min(...candidates.map(({ attempt }) => attempt.misfits));
  const [first, ...others] = candidates.filter(({ attempt }) => attempt.misfits === fewest);
  if (first === undefined) return reportType(node, value, search);
  search.takeIssues(first.attempt);
  // Where no option fits, all of the closest may have been meant.
  if (first.fitted === misfit) for (const { attempt } of others) search.takeIssues(attempt);
  search.misfits = fewest;
  return first.fitted;
}

/** Whether a value has the node's type or can be converted to it, whatever it contains. */
function accepts(node: SchemaNode, value: unknown): boolean {
  switch (node.type) {
    case "array":
      return Array.isArray(value);
    case "object":
      return isObject(value);
    case "union":
      return node.options.some((option) => accepts(option, value));
    case "nullable":
      return value === null || accepts(node.inner, value);
    default:
      return fits(node, value) || converted(node, value) !== misfit;
  }
}

function convert(node: SchemaNode, value: unknown, search: Search): unknown {
  const result = converted(node, value);
  if (result === misfit) return reportType(node, value, search);
  search.report(`${describe(node, value)}: converted`);
  return result;
}

/** A number as the string that is wanted, or the other way round. */
function converted(node: SchemaNode, value: unknown): unknown {
  if ((node.type !== "string" && node.type !== "number") || node.strict === true) return misfit;
  return (node.type === "string" ? stringFrom(value) : numberFrom(value)) ?? misfit;
}

function reportType(node: SchemaNode, value: unknown, search: Search): typeof misfit {
  search.report(describe(node, value));
  return misfit;
}

function describe(node: SchemaNode, value: unknown): string {
  if (value === undefined) return "is missing";
  if (node.type === "literal") return `must be ${node.values.map((allowed) => JSON.stringify(allowed)).join(" or ")}`;
  return `must be of type ${nameOfNode(node)}, not ${nameOfType(value)}`;
}

function nameOfNode(node: SchemaNode): string {
  if (node.type === "union") return node.options.map(nameOfNode).join(" or ");
  return node.type === "nullable" ? nameOfNode(node.inner) : node.type;
}

function nameOfType(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  // The only numbers that JSON text gives and schemas refuse are those too large to hold.
  if (typeof value === "number" && !Number.isFinite(value)) return "a number too large";
  return typeof value;
}
