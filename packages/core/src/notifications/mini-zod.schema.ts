import * as mini from "zod/mini";
import type { Zod } from "./schema-for.ts";

/** The functions of zod/mini that sources use, by name: handing on the namespace would keep all of zod in a bundle (450 kB). */
export const miniZod: Zod = {
  array: mini.array,
  boolean: mini.boolean,
  int: mini.int,
  literal: mini.literal,
  nullable: mini.nullable,
  number: mini.number,
  object: mini.object,
  optional: mini.optional,
  string: mini.string,
  union: mini.union,
  unknown: mini.unknown,
};
