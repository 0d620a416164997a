import type { TypeInstance } from "@greenhook/core";
import { ApiFailure } from "./api-failure.ts";
import type { Call } from "./method.ts";

// The fields of an input, checked. Each function throws GREEN-API's 400.

type Fields = Readonly<Record<string, unknown>>;

/** GREEN-API's refusal of an input. */
export function invalid(details: string): ApiFailure {
  return new ApiFailure(400, `Validation failed. Details: ${details}`);
}

/** A required text. */
export function textIn(input: Fields, key: string, maxLength: number = Number.POSITIVE_INFINITY): string {
  const text = optionalTextIn(input, key, maxLength);
  if (text === undefined || text === "") throw invalid(`'${key}' is required`);
  return text;
}

export function optionalTextIn(input: Fields, key: string, maxLength: number = Number.POSITIVE_INFINITY): string | undefined {
  const value = input[key];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") throw invalid(`'${key}' must be a string`);
  if (value.length > maxLength) throw invalid(`'${key}' length must be less than or equal to ${maxLength} characters long`);
  return value;
}

/** A required whole number above 0, as a number or, in a form or a query, as digits. */
export function positiveIn(input: Fields, key: string): number {
  if (input[key] === undefined) throw invalid(`'${key}' is required`);
  return positiveOr(0, input[key], key);
}

export function positiveOr(byDefault: number, value: unknown, key: string): number {
  const number = value === undefined ? byDefault : Number(value);
  if (Number.isSafeInteger(number) && number > 0) return number;
  throw invalid(`'${key}' must be a positive number`);
}

/** A required array with `min` to `max` items. */
export function listIn(input: Fields, key: string, min: number, max: number): readonly unknown[] {
  const value: unknown = input[key];
  if (value === undefined) throw invalid(`'${key}' is required`);
  if (!Array.isArray(value)) throw invalid(`'${key}' must be an array`);
  if (value.length < min || value.length > max) throw invalid(`'${key}' must contain ${min} to ${max} items`);
  return value as readonly unknown[];
}

/** A required array of texts with at least one item. */
export function textsIn(input: Fields, key: string): readonly string[] {
  const items = listIn(input, key, 1, 1_000);
  if (!items.every((item) => typeof item === "string")) throw invalid(`'${key}' must be an array of strings`);
  return items;
}

export function optionalFlagIn(input: Fields, key: string): boolean | undefined {
  const value = input[key];
  if (value === undefined || typeof value === "boolean") return value;
  throw invalid(`'${key}' must be a boolean`);
}

/** A required object. */
export function objectIn(input: Fields, key: string): Fields {
  const value: unknown = input[key];
  if (value === undefined) throw invalid(`'${key}' is required`);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalid(`'${key}' must be an object`);
  return value as Fields;
}

const chatIdForms: Readonly<Record<TypeInstance, RegExp>> = {
  whatsapp: /^(?:[\d-]+@(?:c|g)\.us|\d+@lid)$/,
  telegram: /^-?\d+(?:@c\.us)?$/,
  v3: /^-?\d+(?:@c\.us)?$/,
};

/** A required chat id of the instance's messenger. */
export function chatIdIn({ instance, input }: Pick<Call, "instance" | "input">, key = "chatId"): string {
  const chatId = input[key];
  if (chatId === undefined || chatId === "") throw invalid(`'${key}' is required`);
  if (typeof chatId === "string" && chatIdForms[instance.typeInstance].test(chatId)) return chatId;
  throw invalid(`'${key}' must be one of the next formats: phone@c.us, group@g.us, id@lid, or an id in digits`);
}
