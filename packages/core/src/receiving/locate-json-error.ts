/** Where a text stops being JSON, and why, in words that quote nothing of it. */
export interface JsonError {
  /** Counted in UTF-16 units from 0. */
  readonly position: number;
  readonly reason: string;
}

/** Finds the first place where a text that `JSON.parse` refuses breaks the grammar of RFC 8259. For texts at most 64 levels deep. */
export function locateJsonError(text: string): JsonError {
  try {
    const end = skipBlanks(text, skipValue(text, skipBlanks(text, 0)));
    return end < text.length
      ? { position: end, reason: "something follows the end of the value" }
      : { position: 0, reason: "the parser refuses it" };
  } catch (error) {
    if (error instanceof Found) return error;
    throw error;
  }
}

class Found extends Error implements JsonError {
  readonly position: number;
  readonly reason: string;
  constructor(position: number, reason: string) {
    super();
    this.position = position;
    this.reason = reason;
  }
}

/** Each `skip…` takes where something begins and returns where it ends. */
function skipValue(text: string, start: number): number {
  const first = text[start];
  if (first === undefined) throw new Found(start, "the text ends where a value should be");
  if (first === "{") return skipMembers(text, start);
  if (first === "[") return skipElements(text, start);
  if (first === '"') return skipString(text, start);
  if (first === "-" || isDigit(first)) return skipNumber(text, start);
  for (const word of ["true", "false", "null"]) if (text.startsWith(word, start)) return start + word.length;
  if (first === "'") throw new Found(start, "strings are in double quotes");
  if (first === "}" || first === "]") throw new Found(start, "there is a comma too many, or a value is missing");
  throw new Found(start, "a value should be here");
}

function skipMembers(text: string, start: number): number {
  let at = skipBlanks(text, start + 1);
  if (text[at] === "}") return at + 1;
  for (;;) {
    if (text[at] !== '"') {
      if (text[at] === undefined) throw new Found(at, "the text ends inside an object");
      throw new Found(at, text[at] === "}" ? "there is a comma too many" : "a key in double quotes should be here");
    }
    at = skipBlanks(text, skipString(text, at));
    if (text[at] !== ":") throw new Found(at, text[at] === undefined ? "the text ends inside an object" : "a colon should be here");
    at = skipBlanks(text, skipValue(text, skipBlanks(text, at + 1)));
    if (text[at] === "}") return at + 1;
    if (text[at] !== ",") throw new Found(at, text[at] === undefined ? "the text ends inside an object" : "a comma or } should be here");
    at = skipBlanks(text, at + 1);
  }
}

function skipElements(text: string, start: number): number {
  let at = skipBlanks(text, start + 1);
  if (text[at] === "]") return at + 1;
  for (;;) {
    at = skipBlanks(text, skipValue(text, at));
    if (text[at] === "]") return at + 1;
    if (text[at] !== ",") throw new Found(at, text[at] === undefined ? "the text ends inside an array" : "a comma or ] should be here");
    at = skipBlanks(text, at + 1);
  }
}

function skipString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 34 /* " */) return at + 1;
    if (unit < 32) throw new Found(at, "a control character in a string must be escaped");
    if (unit !== 92 /* \ */) continue;
    at++;
    if (text[at] === "u") {
      if (!/^[0-9a-f]{4}$/i.test(text.slice(at + 1, at + 5))) throw new Found(at - 1, "\\u must be followed by four hexadecimal digits");
      at += 4;
    } else if (at < text.length && !'"\\/bfnrt'.includes(text[at]!)) {
      throw new Found(at - 1, "there is no such escape");
    }
  }
  throw new Found(text.length, "the text ends inside a string");
}

function skipNumber(text: string, start: number): number {
  let at = text[start] === "-" ? start + 1 : start;
  if (!isDigit(text[at])) throw new Found(at, "a digit should be here");
  if (text[at] === "0" && isDigit(text[at + 1])) throw new Found(at, "a number may not begin with zeros");
  at = skipDigits(text, at);
  if (text[at] === ".") at = skipDigits(text, at + 1);
  if (text[at] === "e" || text[at] === "E") {
    at++;
    if (text[at] === "+" || text[at] === "-") at++;
    at = skipDigits(text, at);
  }
  return at;
}

function skipDigits(text: string, start: number): number {
  if (!isDigit(text[start])) throw new Found(start, "a digit should be here");
  let at = start;
  while (isDigit(text[at])) at++;
  return at;
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (text[at] === " " || text[at] === "\n" || text[at] === "\r" || text[at] === "\t") at++;
  return at;
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= "0" && character <= "9";
}
