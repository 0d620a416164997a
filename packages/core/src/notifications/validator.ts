import { compile } from "#compile";
import * as zod from "zod/mini";
import { issuesOf } from "./issues-of.ts";
import { miniZod } from "./mini-zod.schema.ts";
import type { NotificationIssue } from "./parsed-notification.ts";
import { schemaSourceOf } from "./schema-source-of.ts";

/** Checks a value against the schema of one kind: no issues means that it is a notification of that kind. */
export type Validator = (value: unknown) => readonly NotificationIssue[];

/** By `typeWebhook`, then by `typeMessage` (`""` without one). Known kinds only, so that strangers' names can't fill the memory. */
const validators = new Map<string, Map<string, Validator>>();

/** The validator of a kind, built when the kind first arrives and kept; `undefined` for a kind that isn't known. */
export function validatorOf(typeWebhook: string, typeMessage?: string): Validator | undefined {
  return validators.get(typeWebhook)?.get(typeMessage ?? "") ?? buildValidator(typeWebhook, typeMessage);
}

function buildValidator(typeWebhook: string, typeMessage: string | undefined): Validator | undefined {
  const source = schemaSourceOf(typeWebhook, typeMessage);
  if (source === undefined) return undefined;
  const schema = compile(source(miniZod));
  const validator: Validator = (value) => (fits(schema, value) ? noIssues : issuesOf(value, source));
  const siblings = validators.get(typeWebhook) ?? new Map<string, Validator>();
  validators.set(typeWebhook, siblings.set(typeMessage ?? "", validator));
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
