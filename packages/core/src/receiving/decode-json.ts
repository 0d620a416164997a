import { locateJsonError } from "./locate-json-error.ts";
import { isObject } from "../schema/is-object.ts";
import type { ArrivalBody } from "./arrival.ts";
import { Refusal } from "./refusal.ts";

/** A body as a JSON object, with the text it came from where we saw it. */
export interface DecodedBody {
  readonly value: object;
  readonly rawText?: string;
}

/** How deep a body may be nested. Deeper ones parse, and then blow up whatever walks them: a logger, a clone, a schema. */
const maxDepth = 64;

const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Makes a JSON object of a body: bytes must be UTF-8 (one byte order mark is dropped), text must be JSON, at most 64 levels deep and free
 * of keys that change prototypes. What a body parser made is held to the same by walking it.
 *
 * @throws Refusal ENCODING, BODY_EMPTY, UTF8, DEPTH, JSON, POISON_KEY or SHAPE.
 */
export function decodeJson(body: ArrivalBody): DecodedBody {
  if (body.kind === "value") return decodeParsed(body.value);
  const rejected = body.kind === "bytes" ? { bytes: body.bytes } : { value: body.text };
  if (body.kind === "bytes" && body.contentEncoding !== undefined && body.bytes.byteLength > 0) throw new Refusal("ENCODING", { rejected });
  const text = body.kind === "bytes" ? decodeUtf8(body.bytes) : body.text.replace(/^\uFEFF/, "");
  if (isBlank(text)) throw new Refusal("BODY_EMPTY");

  const tooDeep = positionBelow(text, maxDepth);
  if (tooDeep !== -1) throw new Refusal("DEPTH", { position: tooDeep, rejected });
  const value = parse(text, rejected);
  // Only such a text can hold such a key, escapes included.
  if ((text.includes("proto") || text.includes("\\u00")) && hasPoisonKey(value)) throw new Refusal("POISON_KEY", { rejected });
  if (!isObject(value)) throw new Refusal("SHAPE", { rejected });
  return { value, rawText: text };
}

function decodeParsed(value: unknown): DecodedBody {
  if (value === undefined) throw new Refusal("BODY_EMPTY");
  const rejected = { value };
  if (!isObject(value)) throw new Refusal("SHAPE", { rejected });
  if (isDeeperThan(value, maxDepth)) throw new Refusal("DEPTH", { rejected });
  if (hasPoisonKey(value)) throw new Refusal("POISON_KEY", { rejected });
  return { value };
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Refusal("UTF8", { rejected: { bytes } });
  }
}

function parse(text: string, rejected: NonNullable<Refusal["rejected"]>): unknown {
  try {
    // Of a key that stands twice, the last one counts, as everywhere.
    return JSON.parse(text) as unknown;
  } catch {
    // Engines word their messages differently and quote the body: the place and the reason are found by a scan of our own.
    const { position, reason } = locateJsonError(text);
    throw new Refusal("JSON", { message: `The body is not JSON: ${reason}, at ${lineAndColumn(text, position)}`, position, rejected });
  }
}

/**
 * Why a text isn't JSON and where, such as `"a digit should be here, at line 2, column 12"`. It quotes nothing of the text, which an
 * engine's own message may do. `undefined` for JSON.
 */
export function describeJsonError(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch {
    if (isBlank(text)) return "it is empty";
    if (positionBelow(text, maxDepth) !== -1) return `it is nested more than ${maxDepth} levels deep`;
    const { position, reason } = locateJsonError(text);
    return `${reason}, at ${text.trim().includes("\n") ? lineAndColumn(text, position) : `column ${position + 1}`}`;
  }
}

function lineAndColumn(text: string, position: number): string {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf("\n"); end !== -1 && end < position; end = text.indexOf("\n", start)) {
    line++;
    start = end + 1;
  }
  return `line ${line}, column ${position - start + 1}`;
}

function isBlank(text: string): boolean {
  return /^[ \t\r\n]*$/.test(text);
}

/** Where the text goes deeper than `limit` levels, or -1. Looks at each character only if there are enough brackets for it. */
function positionBelow(text: string, limit: number): number {
  if (!hasMoreThan(text, limit)) return -1;
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 34 /* " */) {
      index = endOfString(text, index);
      if (index === -1) return -1;
    } else if (unit === 123 /* { */ || unit === 91 /* [ */) {
      depth++;
      if (depth > limit) return index;
    } else if (unit === 125 /* } */ || unit === 93 /* ] */) {
      depth--;
    }
  }
  return -1;
}

function hasMoreThan(text: string, limit: number): boolean {
  let brackets = 0;
  for (const bracket of ["{", "["]) {
    for (let index = text.indexOf(bracket); index !== -1; index = text.indexOf(bracket, index + 1)) {
      brackets++;
      if (brackets > limit) return true;
    }
  }
  return false;
}

function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let backslashes = 0;
    while (text.charCodeAt(end - 1 - backslashes) === 92 /* \ */) backslashes++;
    if (backslashes % 2 === 0) return end;
  }
  return -1;
}

function isDeeperThan(value: unknown, limit: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (limit === 0) return true;
  return Object.values(value).some((inner) => isDeeperThan(inner, limit - 1));
}

/** Whether an own `__proto__`, or a `constructor` with an own `prototype`, is anywhere in it: `Object.assign` would follow them. */
function hasPoisonKey(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Object.hasOwn(value, "__proto__")) return true;
  if (Object.hasOwn(value, "constructor")) {
    const { constructor } = value as { constructor: unknown };
    if (typeof constructor === "object" && constructor !== null && Object.hasOwn(constructor, "prototype")) return true;
  }
  return Object.values(value).some(hasPoisonKey);
}
