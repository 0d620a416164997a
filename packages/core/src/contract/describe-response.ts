import type { FetchResponse } from "./fetch-of-runtime.ts";

/**
 * A response as cases write it: `"200"`, `"200 quarantined JSON"`, `"401 AUTH_MISSING"`; `"400 foreign"` for one that isn't the handler's. Its
 * flaws follow in parentheses, such as a missing `Allow` header.
 */
export function describeResponse({ status, headers }: FetchResponse, text: string, method: string): string {
  if (method === "HEAD") return status === 405 && headers.get("allow") === "POST" && text === "" ? "405 METHOD" : `${status} foreign`;
  const body = objectIn(text);
  const { ok, outcome, quarantined, code } = body;
  if (ok !== true && typeof code !== "string") return `${status} foreign`;

  const flaws = [
    Object.keys(body).every((key) => known.has(key)) || "a response with more in it than it should have",
    outcome === undefined || outcomes.has(outcome) || "an outcome that is no word of ours",
    headers.get("content-type")?.startsWith("application/json") === true || "no JSON Content-Type",
    status !== 401 || headers.get("www-authenticate") === "Bearer" || "no WWW-Authenticate",
    status !== 405 || headers.get("allow") === "POST" || "no Allow",
    headers.get("x-powered-by") === null || "X-Powered-By",
    headers.get("access-control-allow-origin") === null || "CORS headers",
    !text.includes("nobody else") || "the handler's own error",
  ].filter((flaw) => flaw !== true);
  const words = [code, quarantined === undefined ? undefined : "quarantined", quarantined].filter((word) => typeof word === "string");
  return [String(status), ...words, ...flaws.map((flaw) => `(${flaw})`)].join(" ");
}

const known = new Set(["ok", "outcome", "quarantined", "code", "message", "position"]);

const outcomes = new Set<unknown>(["handled", "ignored", "duplicate", "stored", "unknown"]);

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
