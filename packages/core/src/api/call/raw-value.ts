/**
 * The bytes of a value in a JSON object, exactly as they arrived: of the last one where the key stands twice, as `JSON.parse` has it. The bytes
 * must be JSON in all but their UTF-8. `undefined` if they aren't an object with that key.
 */
export function rawValueOf(bytes: Uint8Array, key: string): Uint8Array | undefined {
  let at = skipBlanks(bytes, startsWithByteOrderMark(bytes) ? 3 : 0);
  if (bytes[at] !== openBrace) return undefined;
  at = skipBlanks(bytes, at + 1);
  let found: Uint8Array | undefined;
  while (bytes[at] === quote) {
    const endOfKey = endOfString(bytes, at);
    const start = skipBlanks(bytes, skipBlanks(bytes, endOfKey) + 1);
    const end = endOfValue(bytes, start);
    if (decodeKey(bytes.subarray(at, endOfKey)) === key) found = bytes.subarray(start, end);
    const next = skipBlanks(bytes, end);
    at = bytes[next] === comma ? skipBlanks(bytes, next + 1) : bytes.byteLength;
  }
  return found;
}

const [quote, comma, openBrace, closeBrace, openBracket, closeBracket, backslash] = [0x22, 0x2c, 0x7b, 0x7d, 0x5b, 0x5d, 0x5c];

function startsWithByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function skipBlanks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09) at += 1;
  return at;
}

/** A key may be written with escapes. */
function decodeKey(literal: Uint8Array): unknown {
  return JSON.parse(new TextDecoder("utf-8").decode(literal));
}

/** The place after a string that begins at `from`. */
function endOfString(bytes: Uint8Array, from: number): number {
  let at = from + 1;
  while (at < bytes.byteLength && bytes[at] !== quote) at += bytes[at] === backslash ? 2 : 1;
  return at + 1;
}

/** The place after a value that begins at `from`. */
function endOfValue(bytes: Uint8Array, from: number): number {
  let depth = 0;
  let at = from;
  while (at < bytes.byteLength) {
    const byte = bytes[at];
    if (byte === quote) at = endOfString(bytes, at);
    else if (depth === 0 && (byte === comma || byte === closeBrace)) break;
    else {
      if (byte === openBrace || byte === openBracket) depth += 1;
      if (byte === closeBrace || byte === closeBracket) depth -= 1;
      at += 1;
    }
    if (depth === 0 && at > from && (byte === quote || byte === closeBrace || byte === closeBracket)) break;
  }
  return endWithoutBlanks(bytes, from, at);
}

/** A number or a word ends before the blanks that follow it. */
function endWithoutBlanks(bytes: Uint8Array, from: number, end: number): number {
  let at = end;
  while (at > from && skipBlanks(bytes, at - 1) > at - 1) at -= 1;
  return at;
}
