import { traced } from "#traced";
import type { CallOptions } from "../methods/call-options.ts";
import type { MethodSpec } from "../methods/method-spec.ts";
import { isObject } from "../../schema/is-object.ts";
import type { ApiCallTrace } from "./api-call-trace.ts";
import { ApiError, ApiNetworkError, ApiRateLimitError, ApiResponseError, ApiServerError, ApiValidationError } from "./api-error.ts";
import { checkChatIds } from "./check-chat-ids.ts";
import { checkOptions, openScope, type CallScope } from "./call-scope.ts";
import type { Connection } from "./connection.ts";
import { prepareRequest, type PreparedRequest } from "./prepare-request.ts";
import { readResponse } from "./read-response.ts";
import { backoffMilliseconds, delay } from "./retry.ts";
import { TransportFailure } from "./transport-failure.ts";
import type { TransportResponse } from "./transport.ts";
import { UploadBody } from "./upload-body.ts";

/** One call, from its input to its result: check, wait for the rate, send, read; retry where that is safe. */
export async function callMethod(
  connection: Connection,
  method: string,
  spec: MethodSpec,
  input: unknown,
  given: CallOptions | undefined,
): Promise<unknown> {
  // JavaScript callers pass null.
  const options = given ?? {};
  checkOptions(method, options);
  checkChatIds(method, input, connection.messenger);
  const { host, idInstance } = connection;
  const toTrace = (): ApiCallTrace => ({ method, verb: spec.verb, host, idInstance, attempts: 0 });
  return traced("greenhook:api", toTrace, (trace) => callWithRetries(connection, method, spec, input, options, trace));
}

async function callWithRetries(
  connection: Connection,
  method: string,
  spec: MethodSpec,
  input: unknown,
  options: CallOptions,
  trace: ApiCallTrace | undefined,
): Promise<unknown> {
  const prepared = prepareRequest(method, spec, input);
  const scope = openScope(options.signal, options.timeoutMilliseconds);
  try {
    for (let retry = 0; ; retry += 1) {
      try {
        await connection.limiterOf(method, spec).wait(scope.signal);
        if (trace !== undefined) trace.attempts += 1;
        const response = await attempt(connection, method, spec, prepared, input, scope);
        if (trace !== undefined) trace.status = response.status;
        return readResponse(method, spec, response, { token: connection.secret, input });
      } catch (thrown) {
        if (scope.signal.aborted) throw scope.signal.reason;
        const error = thrown instanceof TransportFailure ? errorFromFailure(method, thrown) : thrown;
        if (!spec.retryable || retry >= connection.limits.maxRetries || !isRetryable(error)) throw error;
        const wait = waitBefore(retry, error, connection, method, spec);
        logRetry(connection, method, error, retry + 1, wait);
        await delay(wait, scope.signal);
      }
    }
  } catch (thrown) {
    throw thrown instanceof TransportFailure ? errorFromFailure(method, thrown) : thrown;
  } finally {
    if (prepared.body instanceof UploadBody) prepared.body.close();
    scope.close();
  }
}

function logRetry({ write, limits }: Connection, method: string, error: unknown, retry: number, wait: number): void {
  const { status, code } = error instanceof ApiError ? error : {};
  const advice = `retry ${retry} of ${limits.maxRetries} in ${Math.ceil(wait / 1_000)} s`;
  write?.({ level: "info", event: "API call failed", fields: { method, status, code }, advice, error });
}

/** Sends once. Rejects as soon as the scope ends, also while the runtime is still connecting. */
async function attempt(
  { limits, transport, urlOf }: Connection,
  method: string,
  spec: MethodSpec,
  { suffix, headers, body }: PreparedRequest,
  input: unknown,
  outer: CallScope,
): Promise<TransportResponse> {
  // The first call loads the transport, which must not count as waiting for the response.
  const { send } = await transport();
  const timeout = responseTimeout(limits.responseTimeoutMilliseconds, method, input);
  const uploadTime = (bytes: number): number => (bytes / limits.minUploadBytesPerSecond) * 1_000;
  const scope = openScope(outer.signal, timeout + (body instanceof UploadBody ? uploadTime(body.size ?? 0) : 0));
  let sentBytes = 0;
  let isResponding = false;
  try {
    const ended = new Promise<never>((_, reject) => {
      const stop = (): void => reject(scope.signal.reason);
      if (scope.signal.aborted) stop();
      else scope.signal.addEventListener("abort", stop);
    });
    const response = send({
      url: urlOf(method, spec) + suffix,
      verb: spec.verb,
      headers,
      body,
      maxResponseBytes: spec.maxResponseBytes,
      signal: scope.signal,
      // A server that takes nothing more is noticed long before the whole upload's time is over.
      onChunk(bytes) {
        sentBytes += bytes;
        if (!isResponding) scope.expireIn(timeout + uploadTime(Math.min(sentBytes, maxBufferedBytes)));
      },
      onHeaders() {
        isResponding = true;
        scope.expireIn(limits.bodyTimeoutMilliseconds);
      },
    });
    return await Promise.race([response, ended]);
  } finally {
    scope.close();
  }
}

/** More than what lies between here and the server: sent as far as this program can see, but not arrived. */
const maxBufferedBytes = 8 * 1_048_576;

/** The response to a long poll begins when the poll's own wait ends. */
function responseTimeout(milliseconds: number, method: string, input: unknown): number {
  if (method !== "receiveNotification") return milliseconds;
  const seconds = isObject(input) ? input["receiveTimeout"] : undefined;
  return (typeof seconds === "number" ? seconds : 5) * 1_000 + Math.min(milliseconds, 10_000);
}

function errorFromFailure(method: string, { code }: TransportFailure): Error {
  if (code === "TOO_LARGE")
    return new ApiResponseError({ method, code, detail: "the response is larger than this method's responses are" });
  if (code.startsWith("FILE_")) return fileError(method, code.slice("FILE_".length));
  if (code === "PROXY_UNSUPPORTED") return new ApiValidationError({ method, key: "proxy", expected: "not be set outside Node" });
  if (code === "PROXY_INVALID")
    return new ApiValidationError({ method, code, detail: "the proxy variable of the environment isn't a URL" });
  if (code === "TIMEOUT") return new ApiNetworkError({ method, code, detail: "it took too long" });
  return new ApiNetworkError({ method, code, detail: isTrustError(code) ? `TLS: ${code}` : `the connection failed: ${code}` });
}

function fileError(method: string, code: string): ApiValidationError {
  const detail = fileFailures[code] ?? `"file" can't be read: ${code}`;
  return new ApiValidationError({ method, key: "file", code, detail });
}

const fileFailures: Readonly<Record<string, string>> = {
  TYPE: '"file" must be a stream of bytes',
  EMPTY: '"file" must not be empty',
  TOO_LARGE: '"file" must not have more than 100 MB',
  CHANGED: '"file" must have as many bytes as its size says',
};

/** Whether the same call may well succeed within seconds. */
function isRetryable(error: unknown): boolean {
  if (error instanceof ApiRateLimitError) return error.status === 429;
  if (error instanceof ApiServerError) return [500, 502, 503, 504].includes(error.status ?? 0);
  return error instanceof ApiNetworkError && !isTrustError(error.code ?? "");
}

/** A certificate doesn't become trusted by trying again. */
function isTrustError(code: string): boolean {
  return /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|EPROTO)/.test(code);
}

function waitBefore(retry: number, error: unknown, { limits, rateOf }: Connection, method: string, spec: MethodSpec): number {
  const wait = backoffMilliseconds({ minMilliseconds: 500, maxMilliseconds: limits.maxBackoffMilliseconds }, retry);
  if (!(error instanceof ApiRateLimitError)) return wait;
  return error.retryAfterMilliseconds ?? Math.max(wait, 1_000 / rateOf(method, spec));
}
