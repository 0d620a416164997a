import { Refusal } from "../receiving/refusal.ts";
import { authorizationOf } from "./authorization-of.ts";

/** The header that GREEN-API sends for a configured token. */
export interface ExpectedAuthorization {
  readonly scheme: string;
  readonly credentials: string;
}

/** `undefined` if a token is missing, blank, or the text of an unset variable, with or without a scheme. */
export function expectedAuthorizations(token: string | readonly string[] | undefined): readonly ExpectedAuthorization[] | undefined {
  const expected: ExpectedAuthorization[] = [];
  for (const each of typeof token === "object" && token.length > 0 ? token : [token]) {
    const typed = typeof each === "string" ? each.trim() : "";
    // `Bearer ${variable}` with an empty variable leaves only the scheme, and with one that isn't set a word that anyone could guess.
    if (/^(bearer|basic)?( *(undefined|null))?$/i.test(typed)) return undefined;
    const header = authorizationOf(typed) ?? "";
    const space = header.indexOf(" ");
    expected.push({ scheme: header.slice(0, space), credentials: asHeader(header.slice(space).replace(/^ +/, "")) });
  }
  return expected;
}

/**
 * Compares the request's `Authorization` with every configured token, in constant time and without leaving early, so that two tokens may
 * overlap while a change takes effect. Returns the index of the token that matched.
 *
 * The length of the sent value isn't hidden: its sender knows it.
 *
 * @throws Refusal AUTH_MISSING, AUTH_MALFORMED, AUTH_AMBIGUOUS or AUTH_INVALID.
 */
export function authenticate(authorization: readonly string[], expected: readonly ExpectedAuthorization[]): number {
  const header = onlyHeader(authorization);
  const space = header.indexOf(" ");
  const scheme = header.slice(0, Math.max(space, 0));
  let start = space;
  while (header.charCodeAt(start) === 32) start++;
  const credentials = header.slice(start);

  let matched = -1;
  for (let index = 0; index < expected.length; index++) {
    const candidate = expected[index]!;
    const matches = equalsInConstantTime(credentials, candidate.credentials) && isScheme(scheme, candidate.scheme);
    if (matches && matched === -1) matched = index;
  }
  if (matched !== -1) return matched;
  // Fetch joins two header lines with a comma; Node hides the second.
  throw new Refusal(/,\s*[^\s,]+\s+[^\s,]/.test(credentials) ? "AUTH_AMBIGUOUS" : "AUTH_INVALID", unread);
}

/**
 * The one header, in the form that a token can have.
 *
 * @throws Refusal AUTH_MISSING, AUTH_AMBIGUOUS or AUTH_MALFORMED.
 */
export function onlyHeader(authorization: readonly string[]): string {
  const [header] = authorization;
  if (header === undefined) throw new Refusal("AUTH_MISSING", unread);
  if (authorization.length > 1) throw new Refusal("AUTH_AMBIGUOUS", unread);
  if (header !== "" && !header.includes(" ")) throw new Refusal("AUTH_MALFORMED", unread);
  return header;
}

const unread = { leavesBodyUnread: true } as const;

/** Schemes are compared without regard to case, and are no secret. */
function isScheme(given: string, expected: string): boolean {
  return given.toLowerCase() === expected.toLowerCase();
}

/** Takes as long as `expected` is long, wherever the first difference is. */
function equalsInConstantTime(given: string, expected: string): boolean {
  let difference = given.length ^ expected.length;
  // Of another length, it is wrong already: what it is compared with then only keeps the loop going.
  const compared = difference === 0 ? given : expected;
  for (let index = 0; index < expected.length; index++) {
    difference |= compared.charCodeAt(index) ^ expected.charCodeAt(index);
  }
  return difference === 0;
}

/** Header values are bytes, which runtimes show as one character each: a token beyond ASCII arrives as its UTF-8 bytes. */
function asHeader(credentials: string): string {
  let header = "";
  for (const byte of new TextEncoder().encode(credentials)) header += String.fromCharCode(byte);
  return header;
}
