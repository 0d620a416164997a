import { isObject } from "../../schema/is-object.ts";
import type { FileInput } from "./file-input.ts";

/** Decides whether a value fits, and says in words what fits. */
export interface ValueCheck<Value = unknown> {
  /** Completes "must …". */
  readonly expected: string;
  readonly holds: (value: unknown) => value is Value;
}

/** An object whose keys aren't looked at. It fits every interface without required keys. */
type Unchecked = Readonly<Record<string, never>>;

/** The checks that the methods' specifications are written in. */
export const check: {
  readonly text: ValueCheck<string>;
  readonly nonBlank: ValueCheck<string>;
  readonly textOrNull: ValueCheck<string | null>;
  readonly texts: ValueCheck<readonly string[]>;
  readonly flag: ValueCheck<boolean>;
  readonly number: ValueCheck<number>;
  readonly positiveInteger: ValueCheck<number>;
  readonly receiptId: ValueCheck<number>;
  readonly receiveTimeout: ValueCheck<number>;
  readonly typingTime: ValueCheck<number>;
  readonly ephemeralExpiration: ValueCheck<0 | 86_400 | 604_800 | 7_776_000>;
  readonly file: ValueCheck<FileInput>;
  readonly mediaType: ValueCheck<string>;
  readonly pollQuestion: ValueCheck<string>;
  readonly pollOptions: ValueCheck<readonly { readonly optionName: string }[]>;
  readonly contact: ValueCheck<{ readonly phoneContact: number }>;
  readonly linkPreview: ValueCheck<{ readonly title: string }>;
  readonly buttons: ValueCheck<readonly never[]>;
  readonly templateMessage: ValueCheck<{ readonly type: string }>;
  readonly postbackTexts: ValueCheck<readonly { readonly index: number; readonly text: string }[]>;
  readonly object: ValueCheck<Unchecked>;
  readonly objects: ValueCheck<readonly Unchecked[]>;
  readonly textOrObjects: ValueCheck<string | readonly Unchecked[]>;
  readonly query: ValueCheck<Readonly<Record<string, string | number | boolean | undefined>>>;
  readonly anything: ValueCheck;
} = {
  text: { expected: "be of type string", holds: isText },
  nonBlank: { expected: "be a string that isn't blank", holds: isNonBlank },
  textOrNull: { expected: "be a string or null", holds: (value) => typeof value === "string" || value === null },
  texts: { expected: "be an array of strings", holds: (value): value is readonly string[] => isListOf(value, isText) },
  flag: { expected: "be of type boolean", holds: (value) => typeof value === "boolean" },
  number: { expected: "be a finite number", holds: isNumber },
  positiveInteger: { expected: "be a whole number above 0, digits only, not a string", holds: isPositiveInteger },
  // The same for receiving and for deleting: what can be received can be deleted.
  receiptId: {
    expected: "be a whole number, 0 or more, digits only, not a string",
    holds: (value): value is number => value === 0 || isPositiveInteger(value),
  },
  receiveTimeout: {
    expected: "be a whole number from 5 to 60, in seconds",
    holds: (value): value is number => isPositiveInteger(value) && value >= 5 && value <= 60,
  },
  typingTime: {
    expected: "be a whole number from 1000 to 20000, in milliseconds",
    holds: (value): value is number => isPositiveInteger(value) && value >= 1_000 && value <= 20_000,
  },
  ephemeralExpiration: {
    expected: "be 0, 86400, 604800 or 7776000, in seconds",
    holds: (value): value is 0 | 86_400 | 604_800 | 7_776_000 => [0, 86_400, 604_800, 7_776_000].some((known) => known === value),
  },
  file: {
    expected: "be a file of 1 byte to 100 MB: a Uint8Array, a Blob or a stream of bytes",
    holds: (value): value is FileInput => isFileLike(value) && sizeFits(sizeOf(value)),
  },
  mediaType: {
    expected: "be a media type such as image/jpeg",
    holds: (value): value is string => typeof value === "string" && /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+([ ;][\x20-\x7e]*)?$/.test(value),
  },
  pollQuestion: { expected: "be a string of at most 255 characters", holds: (value): value is string => isTextWithin(value, 255) },
  pollOptions: {
    expected: "be an array of 2 to 12 objects { optionName: string }, each name another one of at most 100 characters",
    holds: (value): value is readonly { readonly optionName: string }[] =>
      isListOf(value, (item): item is { readonly optionName: string } => isObject(item) && isTextWithin(item["optionName"], 100)) &&
      value.length >= 2 &&
      value.length <= 12 &&
      new Set(value.map(({ optionName }) => optionName)).size === value.length,
  },
  // GREEN-API's own web client sends a number as text, and a chatId in its place.
  contact: {
    expected: "be an object with phoneContact, a whole number above 0",
    holds: (value): value is { readonly phoneContact: number } =>
      isObject(value) &&
      (isPositiveInteger(value["phoneContact"]) ||
        (typeof value["phoneContact"] === "string" && /^\d+$/.test(value["phoneContact"])) ||
        isNonBlank(value["chatId"])),
  },
  linkPreview: {
    expected: "be an object with title, a string",
    holds: (value): value is { readonly title: string } => isObject(value) && typeof value["title"] === "string",
  },
  buttons: {
    expected: "be an array of 1 to 3 objects with buttonId and buttonText, a string of at most 25 characters",
    holds: (value): value is readonly never[] =>
      isListOf(value, (item): item is never => isObject(item) && isText(item["buttonId"]) && isTextWithin(item["buttonText"], 25)) &&
      value.length >= 1 &&
      value.length <= 3,
  },
  templateMessage: {
    expected: "be an object with type, a string",
    holds: (value): value is { readonly type: string } => isObject(value) && typeof value["type"] === "string",
  },
  postbackTexts: {
    expected: "be an array of objects { index: number, text: string }",
    holds: (value): value is readonly { readonly index: number; readonly text: string }[] =>
      isListOf(
        value,
        (item): item is { readonly index: number; readonly text: string } =>
          isObject(item) && isNumber(item["index"]) && isText(item["text"]),
      ),
  },
  object: { expected: "be an object", holds: isUnchecked },
  objects: { expected: "be an array of objects", holds: (value): value is readonly Unchecked[] => isListOf(value, isUnchecked) },
  textOrObjects: {
    expected: "be a string or an array of objects",
    holds: (value): value is string | readonly Unchecked[] => isText(value) || isListOf(value, isUnchecked),
  },
  query: {
    expected: "be an object of strings, numbers and booleans",
    holds: (value): value is Readonly<Record<string, string | number | boolean | undefined>> =>
      isObject(value) && Object.values(value).every((item) => ["string", "number", "boolean", "undefined"].includes(typeof item)),
  },
  anything: { expected: "be anything", holds: (_value): _value is unknown => true },
};

/** The largest file that GREEN-API takes: 100 MB, in the larger of the two senses. */
export const maxFileBytes = 104_857_600;

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** Counts what users see as characters, roughly: an emoji is one or a few. */
function isTextWithin(value: unknown, maxLength: number): value is string {
  return typeof value === "string" && (value.length <= maxLength || Array.from(value).length <= maxLength);
}

function isNonBlank(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

function isNumber(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function isPositiveInteger(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}

function isUnchecked(value: unknown): value is Unchecked {
  return isObject(value);
}

function isListOf<Item>(value: unknown, isItem: (item: unknown) => item is Item): value is readonly Item[] {
  return Array.isArray(value) && value.every(isItem);
}

function isFileLike(value: unknown): value is FileInput {
  if (typeof value !== "object" || value === null) return false;
  const { stream, getReader } = value as { readonly stream?: unknown; readonly getReader?: unknown };
  return value instanceof Uint8Array || typeof stream === "function" || typeof getReader === "function" || Symbol.asyncIterator in value;
}

/** Bytes; `undefined` for a stream, whose end isn't known. */
export function sizeOf(file: FileInput): number | undefined {
  if (file instanceof Uint8Array) return file.byteLength;
  return "size" in file && typeof file.size === "number" ? file.size : undefined;
}

function sizeFits(size: number | undefined): boolean {
  return size === undefined || (size > 0 && size <= maxFileBytes);
}
