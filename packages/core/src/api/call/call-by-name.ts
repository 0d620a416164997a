import { apiSpecs } from "../methods/api-client.ts";
import type { CallOptions } from "../methods/call-options.ts";
import type { CallRequest } from "../methods/call-request.ts";
import { readMany, type MethodSpec } from "../methods/method-spec.ts";
import { check } from "../methods/value-check.ts";
import { ApiValidationError } from "./api-error.ts";
import { callMethod } from "./call-method.ts";
import type { Connection } from "./connection.ts";

const specs: Readonly<Record<string, MethodSpec>> = apiSpecs;

/** Calls a method by its name alone. A method that this client has keeps its own rate. */
export async function callByName(
  connection: Connection,
  method: string,
  given: CallRequest | null | undefined,
  options: CallOptions | undefined,
): Promise<unknown> {
  // JavaScript callers pass null.
  const request = given ?? {};
  checkCall(method, request);
  const known = Object.hasOwn(specs, method) ? specs[method] : undefined;
  const spec: MethodSpec = {
    ...readMany,
    callsPerSecond: known?.callsPerSecond ?? 1,
    ratesElsewhere: known?.ratesElsewhere ?? {},
    verb: request.verb ?? (request.body === undefined ? "GET" : "POST"),
    host: request.host ?? "api",
    retryable: request.retryable ?? known?.retryable ?? false,
    input: { optional: { query: check.query, retryable: check.flag } },
    inputAs: "query and body",
    response: "anything",
  };
  return callMethod(connection, method, spec, request, options);
}

/** @throws {ApiValidationError} something that would change the path, or that no transport knows; its value may be a secret and is not in the error */
function checkCall(method: string, { verb, host }: CallRequest): void {
  const wrong = (key: string, expected: string): ApiValidationError => new ApiValidationError({ method: "call", key, expected });
  if (typeof method !== "string" || !/^[a-z][a-z\d]{0,63}$/i.test(method)) throw wrong("method", "be a method's name such as getProducts");
  if (verb !== undefined && !["GET", "POST", "PUT", "PATCH", "DELETE"].includes(verb)) throw wrong("verb", "be an HTTP verb in capitals");
  if (host !== undefined && host !== "api" && host !== "media") throw wrong("host", 'be "api" or "media"');
}
