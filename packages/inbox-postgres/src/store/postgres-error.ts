import { EngineUnavailable } from "@greenhook/inbox";

/** Classes of SQLSTATE that say what is wrong with a statement, its values or its rights: the same again would fail again. */
const permanentClasses: ReadonlySet<string> = new Set(["0A", "21", "22", "23", "26", "28", "2F", "3D", "3F", "42", "44", "54"]);

/** What `pg` and its pool say, without a code, of a connection that is gone or hangs. */
const lostConnection = /connection|timeout|terminat|not queryable|socket|settled|Database not opened/i;

/** Whether the same may succeed a moment later. */
export function isTransient(error: unknown): boolean {
  if (error instanceof EngineUnavailable) return true;
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isTransient);
  const { code } = error as { readonly code?: unknown };
  if (typeof code !== "string") return lostConnection.test(error.message);
  // `ECONNREFUSED` and the like are of the operating system.
  return code.startsWith("E") || !permanentClasses.has(code.slice(0, 2));
}

/** The error as the inbox's callers get it. Never the connection string: neither `pg` nor the server puts it into a message. */
export function describeError(action: string, error: unknown): Error {
  const { message, code } = error as { readonly message?: string; readonly code?: unknown };
  const detail = `${action}: ${message === undefined || message === "" ? String(code ?? error) : message}`;
  return isTransient(error) ? new EngineUnavailable(detail, { cause: error }) : new Error(detail, { cause: error });
}
