/** A part of a value at any depth. Arrays are replaced as a whole; `undefined` takes a field away. */
export type DeepPartial<Value> = Value extends string | number | boolean | null | undefined | readonly unknown[]
  ? Value | undefined
  : { readonly [Key in keyof Value]?: DeepPartial<Value[Key]> | undefined };
