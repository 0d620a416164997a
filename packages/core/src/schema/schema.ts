/**
 * A schema of `Value`, as plain data. An annotation `Schema<TextMessage>` compiles only if schema and interface describe the same: a field that
 * one of them lacks, has with another type, or has as required where the other has it as optional is an error that names the field.
 *
 * @example
 * export const deletedMessageDataSchema: Schema<DeletedMessageData> = object({ stanzaId: string });
 */
export type Schema<Value> = SchemaNode & Describes<Value>;

/** The allowed values. A `switch` over `type` reads it. */
export type SchemaNode = ScalarNode | LiteralNode | NullableNode | ArrayNode | ObjectNode | UnionNode;

export interface ScalarNode {
  readonly type: "string" | "number" | "boolean";
  /** Nothing is converted to it. */
  readonly strict?: true;
}

export interface LiteralNode {
  readonly type: "literal";
  readonly values: readonly string[];
}

export interface NullableNode {
  readonly type: "nullable";
  readonly inner: SchemaNode;
}

export interface ArrayNode {
  readonly type: "array";
  readonly items: SchemaNode;
}

export interface ObjectNode {
  readonly type: "object";
  readonly fields: Readonly<Record<string, FieldNode>>;
}

export interface UnionNode {
  readonly type: "union";
  readonly options: readonly SchemaNode[];
}

/** An object's field: unlike a value, it may be absent. */
export type FieldNode = SchemaNode | OptionalNode;

export interface OptionalNode {
  readonly type: "optional";
  readonly inner: SchemaNode;
  /** Its misfits don't count for the value around it: with too many, only the field is left out. */
  readonly detached?: true;
}

/** The schema of an interface, whose fields can be read. */
export type ObjectSchema<Value> = ObjectNode & Describes<Value>;

/** The schemas of an interface's fields, to be spread into the object that has them beside others. */
export type FieldsOf<Value> = {
  readonly [Key in keyof Value]-?: {} extends Pick<Value, Key> ? OptionalField<Exclude<Value[Key], undefined>> : Schema<Value[Key]>;
};

type OptionalField<Value> = OptionalNode & Describes<Value>;

export const string: Schema<string> = { type: "string" };
export const number: Schema<number> = { type: "number" };
export const strictString: Schema<string> = { type: "string", strict: true };
export const strictNumber: Schema<number> = { type: "number", strict: true };
export const boolean: Schema<boolean> = { type: "boolean" };

export function literal<const Values extends readonly [string, ...string[]]>(...values: Values): Schema<Values[number]> {
  return { type: "literal", values };
}

export function nullable<Inner extends SchemaNode>(inner: Inner): Schema<ValueOf<Inner> | null> {
  return { type: "nullable", inner };
}

export function optional<Inner extends SchemaNode>(inner: Inner): OptionalField<ValueOf<Inner>> {
  return { type: "optional", inner };
}

export function detached<Inner extends SchemaNode>(inner: Inner): OptionalField<ValueOf<Inner>> {
  return { type: "optional", inner, detached: true };
}

export function array<Items extends SchemaNode>(items: Items): Schema<readonly ValueOf<Items>[]> {
  return { type: "array", items };
}

export function object<Fields extends Readonly<Record<string, FieldNode>>>(fields: Fields): ObjectSchema<ObjectOf<Fields>> {
  return { type: "object", fields };
}

/** The schema of an object that may lack any of its fields. */
export function partial<Value>({ fields }: ObjectSchema<Value>): ObjectSchema<Partial<Value>> {
  const all = Object.entries(fields).map(([name, field]) => [name, field.type === "optional" ? field : optional(field)] as const);
  return { type: "object", fields: Object.fromEntries(all) };
}

export function union<Options extends readonly SchemaNode[]>(options: Options): Schema<ValueOf<Options[number]>> {
  return { type: "union", options };
}

declare const value: unique symbol;
declare const exact: unique symbol;
declare const absent: unique symbol;

/** For the compiler alone. `exact` is invariant: two schemas are assignable to each other only if they describe the same. */
interface Describes<Value> {
  readonly [value]?: Value;
  readonly [exact]?: (comparable: Comparable<Value>) => Comparable<Value>;
}

type ValueOf<Node> = Node extends { readonly [value]?: infer Value } ? Value : never;

type ObjectOf<Fields> = {
  [Key in keyof Fields as Fields[Key] extends OptionalNode ? never : Key]: ValueOf<Fields[Key]>;
} & {
  [Key in keyof Fields as Fields[Key] extends OptionalNode ? Key : never]?: ValueOf<Fields[Key]>;
};

/** Optional fields as required ones that may hold a marker: mere assignability would let a dropped optional field pass. */
type Comparable<Value> = Value extends string | number | boolean | null
  ? Value
  : Value extends readonly (infer Item)[]
    ? Comparable<Item>[]
    : {
        -readonly [Key in keyof Value]-?: {} extends Pick<Value, Key>
          ? Comparable<Exclude<Value[Key], undefined>> | typeof absent
          : Comparable<Value[Key]>;
      };
