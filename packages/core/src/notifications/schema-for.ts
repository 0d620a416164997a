import type * as mini from "zod/mini";

/**
 * The part of zod that schemas are written in: functions that exist in `zod/mini` and in classic `zod` alike, so that one source serves
 * the parser (mini) and the exported schemas (classic).
 */
export type Zod = Pick<typeof mini, "array" | "boolean" | "literal" | "nullable" | "number" | "object" | "optional" | "string" | "union">;

/** A schema of `Value`, as far as the parser needs to know it. */
export type SchemaOf<Value> = mini.ZodMiniType<Value>;

/** A schema as a function of zod: nothing is built at import, and the caller picks which zod builds it. */
export type SchemaSource<Value> = (zod: Zod) => SchemaOf<Value>;

/**
 * Ties a schema to the interface it stands for. It compiles only if both describe the same: a field that one of them lacks, has with
 * another type, or has as required where the other has it as optional is an error. (`z.ZodType<X>` alone lets a dropped optional field pass.)
 *
 * @example
 * export const outgoingCallSchema = schemaFor<OutgoingCall>()((z) => z.object({ typeWebhook: z.literal("outgoingCall") }));
 */
export function schemaFor<Value>(): <Schema extends mini.ZodMiniType>(
  source: (zod: Zod) => Schema & SameShape<mini.output<Schema>, Value>,
) => SchemaSource<Value> {
  // The signature above is the proof: Schema's output and Value describe the same.
  return (source) => builtOnce(source as unknown as SchemaSource<Value>);
}

/** One schema per zod, however many kinds share it: less to build, and one definition in a JSON Schema instead of thirty. */
function builtOnce<Value>(source: SchemaSource<Value>): SchemaSource<Value> {
  const built = new WeakMap<Zod, SchemaOf<Value>>();
  return (zod) => {
    const schema = built.get(zod) ?? source(zod);
    built.set(zod, schema);
    return schema;
  };
}

type SameShape<Output, Value> = [Plain<Output>] extends [Plain<Value>]
  ? [Plain<Value>] extends [Plain<Output>]
    ? unknown
    : { "the schema differs from the interface": Plain<Value> }
  : { "the schema differs from the interface": Plain<Value> };

declare const optional: unique symbol;

/** Readonly dropped, optional fields turned into required ones that may hold a marker, so that assignability sees each of them. */
type Plain<Value> = Value extends readonly (infer Item)[]
  ? Plain<Item>[]
  : Value extends object
    ? string extends Value // an open union's `string & {}`
      ? Value
      : {
          -readonly [Key in keyof Value]-?: {} extends Pick<Value, Key>
            ? Plain<Exclude<Value[Key], undefined>> | typeof optional
            : Plain<Value[Key]>;
        }
    : Value;
