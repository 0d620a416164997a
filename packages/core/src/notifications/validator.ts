import { compile } from "#compile";
import * as zod from "zod/mini";
import { issuesOf } from "./issues-of.ts";
import { miniZod } from "./mini-zod.schema.ts";
import type { NotificationIssue } from "./parsed-notification.ts";
import { schemaSourceOf } from "./schema-source-of.ts";

/** Checks a value against the schema of one kind: no issues means that it is a notification of that kind. */
export type Validator = (value: unknown) => readonly NotificationIssue[];

const validators = new Map<string, Validator>();

/** The validator of a kind, built when the kind first arrives and kept; `undefined` for a kind that isn't known. */
export function validatorOf(typeWebhook: string, typeMessage?: string): Validator | undefined {
  // Only known kinds are kept, so that strangers' names can't fill the memory.
  const key = typeMessage === undefined ? typeWebhook : `${typeWebhook}/${typeMessage}`;
  const known = validators.get(key);
  if (known !== undefined) return known;
  const source = schemaSourceOf(typeWebhook, typeMessage);
  if (source === undefined) return undefined;
  const schema = compile(source(miniZod));
  const validator: Validator = (value) => (fits(schema, value) ? noIssues : issuesOf(value, source));
  validators.set(key, validator);
  return validator;
}

const noIssues: readonly NotificationIssue[] = [];

function fits(schema: zod.ZodMiniType, value: unknown): boolean {
  try {
    return zod.validate(schema, value);
  } catch {
    // zod's interpreter gathers issues, and overflows the stack for hundreds of thousands of them: whatever else, it does not fit.
    return false;
  }
}
