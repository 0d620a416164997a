import { validatorFor } from "#validate";
import type { SchemaNode } from "../schema/schema.ts";
import { schemaOfKind } from "./schema-of-kind.ts";

/** A known kind of notification, a message's with its `typeMessage`. */
export interface Kind {
  readonly schema: SchemaNode;
  /** Whether a value is exactly as the schema says. */
  readonly fits: (value: unknown) => boolean;
}

/** By `typeWebhook`, then by `typeMessage` (`""` without one). Known kinds only, so that strangers' names can't fill the memory. */
const kinds = new Map<string, Map<string, Kind>>();

/** A known kind, built when it first arrives and kept; `undefined` for an unknown one. */
export function kindOf(typeWebhook: string, typeMessage?: string): Kind | undefined {
  return kinds.get(typeWebhook)?.get(typeMessage ?? "") ?? buildKind(typeWebhook, typeMessage);
}

function buildKind(typeWebhook: string, typeMessage: string | undefined): Kind | undefined {
  const schema = schemaOfKind(typeWebhook, typeMessage);
  if (schema === undefined) return undefined;
  const kind = { schema, fits: validatorFor(schema) };
  const siblings = kinds.get(typeWebhook) ?? new Map<string, Kind>();
  kinds.set(typeWebhook, siblings.set(typeMessage ?? "", kind));
  return kind;
}
