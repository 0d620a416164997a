import * as z from "zod";
import type { Zod } from "../notifications/schema-for.ts";

/** The functions that sources use, by name: spreading the namespace would keep all of zod in a bundle. */
const functions: { readonly [Name in keyof Zod]: unknown } = {
  array: z.array,
  boolean: z.boolean,
  literal: z.literal,
  nullable: z.nullable,
  number: z.number,
  object: z.looseObject,
  optional: z.optional,
  string: z.string,
  union: z.union,
};

/**
 * Classic zod as the schema sources see it. Its objects are loose: what is parsed with an exported schema keeps the fields that aren't
 * known yet, as everything here does.
 */
// Both zods have these functions in the same form; only the classes behind them differ.
export const classicZod: Zod = functions as unknown as Zod;
