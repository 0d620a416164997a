import { ApiAnswerError, ApiNetworkError, ApiRateLimitError, ApiServerError, ApiValidationError } from "./api-error.ts";
import { backoffMilliseconds, delay } from "./retry.ts";
import type { CallOptions } from "../methods/call-options.ts";
import { checkOptions, openScope, type CallScope } from "./call-scope.ts";
import type { Connection } from "./connection.ts";
import type { MethodRow } from "../methods/method-spec.ts";
import { prepareRequest, type PreparedRequest } from "./prepare-request.ts";
import { readAnswer } from "./read-response.ts";
import { TransportFailure, type TransportAnswer } from "./transport.ts";
import { isRecord } from "../methods/value-check.ts";

/** One call, from its input to its value: check, wait for the rate, send, read; again where that is safe. */
export async function callMethod(
  connection: Connection,
  method: string,
  row: MethodRow,
  input: unknown,
  given: CallOptions | undefined,
): Promise<unknown> {
  const options = given ?? {};
  checkOptions(method, options);
  const prepared = prepareRequest(method, row, input);
  const scope = openScope(options.signal, options.timeoutMilliseconds);
  try {
    for (let repeat = 0; ; repeat += 1) {
      try {
        await connection.limiterOf(method, row).wait(scope.signal);
        const answer = await attempt(connection, method, row, prepared, input, scope);
        return readAnswer(method, row, answer, [connection.secret, input]);
      } catch (thrown) {
        if (scope.signal.aborted) throw scope.signal.reason;
        const error = thrown instanceof TransportFailure ? errorOf(method, thrown) : thrown;
        if (!row.repeatable || repeat >= connection.limits.maxRepeats || !isPassing(error)) throw error;
        await delay(waitBefore(repeat, error, connection, method, row), scope.signal);
      }
    }
  } catch (thrown) {
    throw thrown instanceof TransportFailure ? errorOf(method, thrown) : thrown;
  } finally {
    scope.close();
  }
}

/** Sends once. Rejects as soon as the scope ends, also while the runtime is still connecting. */
async function attempt(
  { limits, transport, urlOf }: Connection,
  method: string,
  row: MethodRow,
  { suffix, headers, body }: PreparedRequest,
  input: unknown,
  outer: CallScope,
): Promise<TransportAnswer> {
  // The first call loads it: that isn't the answer's time.
  const { send } = await transport();
  const scope = openScope(outer.signal, answerTimeout(limits.answerTimeoutMilliseconds, method, input));
  try {
    const ended = new Promise<never>((_, reject) => {
      const stop = (): void => reject(scope.signal.reason);
      if (scope.signal.aborted) stop();
      else scope.signal.addEventListener("abort", stop);
    });
    const answered = send({
      url: urlOf(method, row) + suffix,
      verb: row.verb,
      headers,
      body,
      maxAnswerBytes: row.maxAnswerBytes,
      signal: scope.signal,
      onHeaders: () => scope.expireIn(limits.bodyTimeoutMilliseconds),
    });
    return await Promise.race([answered, ended]);
  } finally {
    scope.close();
  }
}

/** A long poll is answered when its own wait ends. */
function answerTimeout(milliseconds: number, method: string, input: unknown): number {
  if (method !== "receiveNotification") return milliseconds;
  const asked = isRecord(input) ? input["receiveTimeout"] : undefined;
  return (typeof asked === "number" ? asked : 5) * 1_000 + Math.min(milliseconds, 10_000);
}

function errorOf(method: string, { code }: TransportFailure): Error {
  if (code === "TOO_LARGE") return new ApiAnswerError({ method, code, detail: "the answer is larger than this method's answers are" });
  if (code === "PROXY_UNSUPPORTED") return new ApiValidationError({ method, key: "proxy", expected: "not be set outside Node" });
  if (code === "PROXY_INVALID")
    return new ApiValidationError({ method, code, detail: "the proxy variable of the environment isn't a URL" });
  if (code === "TIMEOUT") return new ApiNetworkError({ method, code, detail: "it took too long" });
  return new ApiNetworkError({ method, code, detail: isTrust(code) ? `TLS: ${code}` : `the connection failed: ${code}` });
}

/** Whether the same call may well succeed soon. */
function isPassing(error: unknown): boolean {
  if (error instanceof ApiRateLimitError) return error.status === 429;
  if (error instanceof ApiServerError) return [500, 502, 503, 504].includes(error.status ?? 0);
  return error instanceof ApiNetworkError && !isTrust(error.code ?? "");
}

/** A certificate doesn't become trusted by asking again. */
function isTrust(code: string): boolean {
  return /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|EPROTO)/.test(code);
}

function waitBefore(repeat: number, error: unknown, { limits }: Connection, method: string, row: MethodRow): number {
  const wait = backoffMilliseconds(
    { minMilliseconds: limits.minBackoffMilliseconds, maxMilliseconds: limits.maxBackoffMilliseconds },
    repeat,
  );
  if (!(error instanceof ApiRateLimitError)) return wait;
  return error.retryAfterMilliseconds ?? Math.max(wait, 1_000 / (limits.callsPerSecond[method] ?? row.callsPerSecond));
}
