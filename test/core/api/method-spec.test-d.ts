import type { CallOptions } from "@greenhook/core/api";
import { read, type MethodSpecs } from "../../../packages/core/dist/api/methods/method-spec.js";
import { check } from "../../../packages/core/dist/api/methods/value-check.js";

interface Methods {
  look(
    input: { readonly chatId: string; readonly count?: number },
    options?: CallOptions,
  ): Promise<{ readonly found: boolean; readonly at?: number }>;
}
type Specs = MethodSpecs<Methods>;

const response = { found: check.flag };
const required = { chatId: check.text };
const optional = { count: check.number };
export const good: Specs = { look: { ...read, input: { required, optional }, response } };

// @ts-expect-error the method takes an input
export const noInput: Specs = { look: { ...read, response } };
// @ts-expect-error the optional keys aren't listed
export const noOptional: Specs = { look: { ...read, input: { required }, response } };
// @ts-expect-error chatId isn't listed
export const missing: Specs = { look: { ...read, input: { required: {}, optional }, response } };
// @ts-expect-error the input has no such key
export const extra: Specs = { look: { ...read, input: { required: { chatId: check.text, id: check.text }, optional }, response } };
// @ts-expect-error count is optional
export const moved: Specs = { look: { ...read, input: { required: { chatId: check.text, count: check.number } }, response } };
// @ts-expect-error chatId is a string
export const wrongCheck: Specs = { look: { ...read, input: { required: { chatId: check.number }, optional }, response } };
// @ts-expect-error the result has found
export const emptyResponse: Specs = { look: { ...read, input: { required, optional }, response: {} } };
const input = { required, optional };
// @ts-expect-error the result doesn't always have at
export const absent: Specs = { look: { ...read, input, response: { found: check.flag, at: check.number } } };
// @ts-expect-error the result isn't a list
export const list: Specs = { look: { ...read, input: { required, optional }, response: "list" } };

interface Others {
  rows(options?: CallOptions): Promise<readonly string[]>;
  maybe(options?: CallOptions): Promise<{ readonly any?: number } | undefined>;
}
const rows = { ...read, response: "list" } as const;
const maybe = { ...read, response: {}, empty: "undefined" } as const;
export const others: MethodSpecs<Others> = { rows, maybe };
// @ts-expect-error rows() takes no input
export const needlessInput: MethodSpecs<Others> = { rows: { ...rows, input: {} }, maybe };
// @ts-expect-error a method has no specification
export const forgotten: MethodSpecs<Others> = { rows };

interface Choices {
  one(
    input: { readonly all?: boolean } & ({ readonly a: string; readonly b?: never } | { readonly b: number; readonly a?: never }),
    options?: CallOptions,
  ): Promise<void>;
}
const choice = { optional: { all: check.flag, a: check.text, b: check.number }, oneOf: ["a", "b"] } as const;
export const choices: MethodSpecs<Choices> = { one: { ...read, input: choice, response: "nothing" } };
const { oneOf: _, ...noChoice } = choice;
// @ts-expect-error one of a and b must be given
export const withoutOneOf: MethodSpecs<Choices> = { one: { ...read, input: noChoice, response: "nothing" } };
// @ts-expect-error there is no key c
export const otherKey: MethodSpecs<Choices> = { one: { ...read, input: { ...choice, oneOf: ["a", "c"] }, response: "nothing" } };
// @ts-expect-error the method gives nothing
export const someResult: MethodSpecs<Choices> = { one: { ...read, input: choice, response: {} } };
