/** Says of a value whether it fits, and in words what fits. */
export interface ValueCheck {
  /** Completes "must …". */
  readonly expected: string;
  readonly holds: (value: unknown) => boolean;
}

/** The checks that the method table is written in. */
export const check: {
  readonly text: ValueCheck;
  readonly name: ValueCheck;
  readonly flag: ValueCheck;
  readonly number: ValueCheck;
  readonly positive: ValueCheck;
  readonly object: ValueCheck;
  readonly bytes: ValueCheck;
  readonly choices: ValueCheck;
  readonly seconds: ValueCheck;
  readonly contact: ValueCheck;
} = {
  text: { expected: "be of type string", holds: (value) => typeof value === "string" },
  name: { expected: "be a string that isn't blank", holds: (value) => typeof value === "string" && value.trim() !== "" },
  flag: { expected: "be of type boolean", holds: (value) => typeof value === "boolean" },
  number: { expected: "be a finite number", holds: (value) => typeof value === "number" && Number.isFinite(value) },
  positive: {
    expected: "be a whole number above 0, digits only, not a string",
    holds: (value) => Number.isSafeInteger(value) && (value as number) > 0,
  },
  object: { expected: "be an object", holds: isRecord },
  bytes: { expected: "be a Uint8Array that isn't empty", holds: (value) => value instanceof Uint8Array && value.byteLength > 0 },
  choices: {
    expected: "be an array of 2 to 12 objects { optionName: string }",
    holds: (value) =>
      Array.isArray(value) &&
      value.length >= 2 &&
      value.length <= 12 &&
      value.every((item: unknown) => isRecord(item) && typeof item["optionName"] === "string"),
  },
  seconds: {
    expected: "be a whole number from 5 to 60, in seconds",
    holds: (value) => Number.isInteger(value) && (value as number) >= 5 && (value as number) <= 60,
  },
  contact: {
    expected: "be an object with phoneContact, a whole number above 0",
    holds: (value) => isRecord(value) && Number.isSafeInteger(value["phoneContact"]) && (value["phoneContact"] as number) > 0,
  },
};

/** Whether a value is an object that isn't an array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
