import { validatorFor } from "#validate";
import type { Validator } from "../schema/validator.ts";
import { schemaOfKind } from "./schema-of-kind.ts";

/** By `typeWebhook`, then by `typeMessage` (`""` without one). Known kinds only, so that strangers' names can't fill the memory. */
const validators = new Map<string, Map<string, Validator>>();

/** The validator of a kind, built when the kind first arrives and kept; `undefined` for a kind that isn't known. */
export function validatorOf(typeWebhook: string, typeMessage?: string): Validator | undefined {
  return validators.get(typeWebhook)?.get(typeMessage ?? "") ?? buildValidator(typeWebhook, typeMessage);
}

function buildValidator(typeWebhook: string, typeMessage: string | undefined): Validator | undefined {
  const schema = schemaOfKind(typeWebhook, typeMessage);
  if (schema === undefined) return undefined;
  const validator = validatorFor(schema);
  const siblings = validators.get(typeWebhook) ?? new Map<string, Validator>();
  validators.set(typeWebhook, siblings.set(typeMessage ?? "", validator));
  return validator;
}
