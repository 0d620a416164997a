import { isObject } from "../../schema/is-object.ts";

/** Decides whether a value fits, and says in words what fits. */
export interface ValueCheck<Value = unknown> {
  /** Completes "must …". */
  readonly expected: string;
  readonly holds: (value: unknown) => value is Value;
}

/** The checks that the methods' specifications are written in. */
export const check: {
  readonly text: ValueCheck<string>;
  readonly nonBlank: ValueCheck<string>;
  readonly textOrNull: ValueCheck<string | null>;
  readonly flag: ValueCheck<boolean>;
  readonly number: ValueCheck<number>;
  readonly positiveInteger: ValueCheck<number>;
  readonly receiptId: ValueCheck<number>;
  readonly bytes: ValueCheck<Uint8Array>;
  readonly receiveTimeout: ValueCheck<number>;
  readonly pollOptions: ValueCheck<readonly { readonly optionName: string }[]>;
  readonly contact: ValueCheck<{ readonly phoneContact: number }>;
  readonly linkPreview: ValueCheck<{ readonly title: string }>;
  readonly anything: ValueCheck;
} = {
  text: { expected: "be of type string", holds: (value) => typeof value === "string" },
  nonBlank: { expected: "be a string that isn't blank", holds: isNonBlank },
  textOrNull: { expected: "be a string or null", holds: (value) => typeof value === "string" || value === null },
  flag: { expected: "be of type boolean", holds: (value) => typeof value === "boolean" },
  number: { expected: "be a finite number", holds: (value): value is number => typeof value === "number" && Number.isFinite(value) },
  positiveInteger: { expected: "be a whole number above 0, digits only, not a string", holds: isPositiveInteger },
  // The same for receiving and for deleting: what can be received can be deleted.
  receiptId: {
    expected: "be a whole number, 0 or more, digits only, not a string",
    holds: (value): value is number => value === 0 || isPositiveInteger(value),
  },
  bytes: {
    expected: "be a Uint8Array that isn't empty",
    holds: (value): value is Uint8Array => value instanceof Uint8Array && value.byteLength > 0,
  },
  receiveTimeout: {
    expected: "be a whole number from 5 to 60, in seconds",
    holds: (value): value is number => isPositiveInteger(value) && value >= 5 && value <= 60,
  },
  pollOptions: {
    expected: "be an array of 2 to 12 objects { optionName: string }",
    holds: (value): value is readonly { readonly optionName: string }[] =>
      Array.isArray(value) &&
      value.length >= 2 &&
      value.length <= 12 &&
      value.every((item: unknown) => isObject(item) && typeof item["optionName"] === "string"),
  },
  contact: {
    expected: "be an object with phoneContact, a whole number above 0",
    holds: (value): value is { readonly phoneContact: number } => isObject(value) && isPositiveInteger(value["phoneContact"]),
  },
  linkPreview: {
    expected: "be an object with title, a string",
    holds: (value): value is { readonly title: string } => isObject(value) && typeof value["title"] === "string",
  },
  anything: { expected: "be anything", holds: (_value): _value is unknown => true },
};

function isNonBlank(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

function isPositiveInteger(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}
