/** No field holds a URL, a token, a phone number or a part of the input. */
export interface ApiErrorDetails {
  /** The API method, as on the wire. */
  readonly method: string;
  /** Completes `Cannot call "sendMessage": …`. */
  readonly detail: string;
  /** The HTTP status, if there was a response. */
  readonly status?: number | undefined;
  /** A name of the cause for programs to compare. */
  readonly code?: string | undefined;
}

/** The base of every error of the API client; only an aborted signal's reason is rejected with as it is. */
export abstract class ApiError extends Error {
  /** The class's name, for comparing where `instanceof` can't be used. */
  abstract override readonly name: string;
  /** The API method that was called, as on the wire. */
  readonly method: string;
  /** The HTTP status of the response; absent if there was none. 200 occurs: some failures come with it. */
  declare readonly status?: number;
  /** A name of the cause for programs to compare; absent where the class says it all. */
  declare readonly code?: string;

  constructor({ method, detail, status, code }: ApiErrorDetails) {
    super(`Cannot call "${method}": ${detail}`);
    this.method = method;
    if (status !== undefined) this.status = status;
    if (code !== undefined) this.code = code;
  }
}

/** The input is wrong: found before any request (no `status`), or reported by GREEN-API (400). Correct the input. */
export class ApiValidationError extends ApiError {
  override readonly name = "ApiValidationError";
  /** The wrong key of the input, if known. */
  declare readonly key?: string;
  /** Completes "must …": `be of type string`. */
  declare readonly expected?: string;

  constructor({
    key,
    expected,
    detail,
    ...rest
  }: Omit<ApiErrorDetails, "detail"> & { detail?: string; key?: string | undefined; expected?: string }) {
    super({ ...rest, detail: detail ?? `"${key}" must ${expected}` });
    if (key !== undefined) this.key = key;
    if (expected !== undefined) this.expected = expected;
  }
}

/** The token isn't accepted (401). Check `apiTokenInstance` or the partner token. */
export class ApiAuthorizationError extends ApiError {
  override readonly name = "ApiAuthorizationError";
}

/** This host doesn't serve this instance or method (403, 404). Compare `apiUrl` and `idInstance` with the console. */
export class ApiHostError extends ApiError {
  override readonly name = "ApiHostError";
}

/** The method was called too often (429, or reported with another status). Retry later. */
export class ApiRateLimitError extends ApiError {
  override readonly name = "ApiRateLimitError";
  /** How long GREEN-API asks to wait, at most 60,000; absent if it doesn't say. */
  declare readonly retryAfterMilliseconds?: number;

  constructor({ retryAfterMilliseconds, ...details }: ApiErrorDetails & { retryAfterMilliseconds?: number | undefined }) {
    super(details);
    if (retryAfterMilliseconds !== undefined) this.retryAfterMilliseconds = retryAfterMilliseconds;
  }
}

/** The plan's limit is used up (466, 469). Wait for the next period or change the plan. */
export class ApiQuotaError extends ApiError {
  override readonly name = "ApiQuotaError";
  /** How much was used; absent if the response doesn't say. */
  declare readonly used?: number;
  /** How much the plan has; absent if the response doesn't say. */
  declare readonly total?: number;

  constructor({ used, total, ...details }: ApiErrorDetails & { used?: number | undefined; total?: number | undefined }) {
    super(details);
    if (used !== undefined) this.used = used;
    if (total !== undefined) this.total = total;
  }
}

/** Why an instance doesn't serve a call. `starting` passes by itself; the others need an action. */
export type NotReadyReason = "starting" | "notAuthorized" | "suspended" | "expired" | "deleted";

/** The instance doesn't serve calls now: it is starting, not authorised, suspended, expired or deleted. */
export class ApiInstanceNotReadyError extends ApiError {
  override readonly name = "ApiInstanceNotReadyError";
  readonly reason: NotReadyReason;

  constructor({ reason, ...details }: ApiErrorDetails & { reason: NotReadyReason }) {
    super(details);
    this.reason = reason;
  }
}

/** The queue can't be read while a `webhookUrl` is set. Clear it, then wait about a minute. */
export class ApiWebhookUrlSetError extends ApiError {
  override readonly name = "ApiWebhookUrlSetError";
}

/**
 * There was no response: refused, reset, timed out, a name that doesn't resolve, a certificate that isn't trusted. `code` is the system's own
 * (`ECONNREFUSED`, `ENOTFOUND`, `CERT_HAS_EXPIRED`, …), or `TIMEOUT` if it took too long. Retry later.
 */
export class ApiNetworkError extends ApiError {
  override readonly name = "ApiNetworkError";
}

/** GREEN-API failed (500 to 504, 408, 499). Retry later. */
export class ApiServerError extends ApiError {
  override readonly name = "ApiServerError";
}

/**
 * The response isn't one that the method is known to give: something between this program and GREEN-API, or a change there. `code`: `EMPTY`,
 * `HTML`, `JSON` (cut or broken), `SHAPE`, `TOO_LARGE`, `REDIRECT`, `STATUS`.
 */
export class ApiResponseError extends ApiError {
  override readonly name = "ApiResponseError";
}
