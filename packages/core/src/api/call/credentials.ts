import { ApiValidationError } from "./api-error.ts";

/**
 * A host in the form that paths are appended to: without a slash at its end.
 *
 * @throws {ApiValidationError} it isn't an http(s) URL, or has a query, a password or a whole method's path; the value may hold a token and is
 * not in the error
 */
export function baseUrlOf(method: string, key: string, value: unknown): string {
  const wrong = (expected: string): ApiValidationError => new ApiValidationError({ method, key, expected });
  if (typeof value !== "string" || value.trim() === "") throw wrong("be a URL such as https://7103.api.greenapi.com");
  let url: URL;
  try {
    url = new URL(value.trim());
  } catch {
    // The error that URL throws holds the text itself.
    throw wrong("be a URL such as https://7103.api.greenapi.com");
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") throw wrong("begin with https:// (or http://, for a local emulator)");
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw wrong("have no user, password, query or fragment");
  }
  // `/:token` is what the transport shows in the place of the token.
  if (/wainstance|\/partner(\/|$)|\/:token/i.test(url.pathname)) throw wrong("be the host alone, without a method's path");
  let path = url.pathname;
  while (path.endsWith("/")) path = path.slice(0, -1);
  return url.origin + path;
}

/**
 * A token without the blanks around it.
 *
 * @throws {ApiValidationError} it is missing or blank, a part of a path with a meaning of its own (`.` and `..`), or the text of an unset variable
 */
export function tokenOf(method: string, key: string, value: unknown): string {
  const token = typeof value === "string" ? value.trim() : "";
  if (token === "") throw new ApiValidationError({ method, key, expected: "be a string that isn't blank" });
  if (/^\.\.?$/.test(token)) throw new ApiValidationError({ method, key, expected: "not be . or .., which would change the path" });
  if (/^(undefined|null)$/.test(token))
    throw new ApiValidationError({ method, key, expected: "be a token: the variable that it comes from is not set" });
  return token;
}
