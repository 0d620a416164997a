/** What every error of the API client says about the call. No field holds a URL, a token, a phone number or what was sent. */
export interface ApiErrorDetails {
  /** The API method, as on the wire. */
  readonly method: string;
  /** What went wrong, in a sentence. */
  readonly detail: string;
  /** The HTTP status, where there was an answer. */
  readonly status?: number | undefined;
  /** A name for the cause that programs can compare. */
  readonly code?: string | undefined;
}

/** The base of everything that the API client throws, an aborted signal's reason apart. */
export abstract class ApiError extends Error {
  /** The class, for where `instanceof` can't be used. */
  abstract override readonly name: string;
  /** The API method that was called, as on the wire. */
  readonly method: string;
  /** The HTTP status of the answer; absent where there was none. 200 occurs: some failures come with it. */
  declare readonly status?: number;
  /** A name for the cause that programs can compare; absent where the class says it all. */
  declare readonly code?: string;

  constructor({ method, detail, status, code }: ApiErrorDetails) {
    super(`Cannot call "${method}": ${detail}`);
    this.method = method;
    if (status !== undefined) this.status = status;
    if (code !== undefined) this.code = code;
  }
}

/** The input isn't what the method takes: found before any request (no `status`), or said by GREEN-API (400). Correct the input. */
export class ApiValidationError extends ApiError {
  /** Tells it from the other errors where `instanceof` can't be used. */
  override readonly name = "ApiValidationError";
  /** The key of the input that is wrong, where one is known. */
  declare readonly key?: string;
  /** What the key must be or do: `be of type string`. */
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
  /** Tells it from the other errors where `instanceof` can't be used. */
  override readonly name = "ApiAuthorizationError";
}

/** This host doesn't serve this instance or method (403, 404). Check `apiUrl` and `idInstance` against the console. */
export class ApiHostError extends ApiError {
  /** Tells it from the other errors where `instanceof` can't be used. */
  override readonly name = "ApiHostError";
}

/** Called too often (429, or a refusal to clear a queue twice a minute). Call again later. */
export class ApiRateLimitError extends ApiError {
  /** Tells it from the other errors where `instanceof` can't be used. */
  override readonly name = "ApiRateLimitError";
  /** How long GREEN-API asks to wait, where it says so. Milliseconds, at most 60,000. */
  declare readonly retryAfterMilliseconds?: number;

  constructor({ retryAfterMilliseconds, ...details }: ApiErrorDetails & { retryAfterMilliseconds?: number | undefined }) {
    super(details);
    if (retryAfterMilliseconds !== undefined) this.retryAfterMilliseconds = retryAfterMilliseconds;
  }
}

/** The plan's limit is used up (466, 469). Wait for the next period or change the plan. */
export class ApiQuotaError extends ApiError {
  /** Tells it from the other errors where `instanceof` can't be used. */
  override readonly name = "ApiQuotaError";
  /** How much was used, where the answer says so. */
  declare readonly used?: number;
  /** How much the plan has, where the answer says so. */
  declare readonly total?: number;

  constructor({ used, total, ...details }: ApiErrorDetails & { used?: number | undefined; total?: number | undefined }) {
    super(details);
    if (used !== undefined) this.used = used;
    if (total !== undefined) this.total = total;
  }
}

/** Why an instance doesn't serve a call. `starting` passes by itself; the others need somebody to act. */
export type NotReadyReason = "starting" | "notAuthorized" | "suspended" | "expired" | "deleted";

/** The instance doesn't serve calls now: it starts, isn't authorised, is suspended, or its time is over. */
export class ApiInstanceNotReadyError extends ApiError {
  /** Tells it from the other errors where `instanceof` can't be used. */
  override readonly name = "ApiInstanceNotReadyError";
  /** Why. */
  readonly reason: NotReadyReason;

  constructor({ reason, ...details }: ApiErrorDetails & { reason: NotReadyReason }) {
    super(details);
    this.reason = reason;
  }
}

/** The queue can't be read, since a `webhookUrl` is set: GREEN-API does one or the other. Clear it, then wait about a minute. */
export class ApiWebhookUrlSetError extends ApiError {
  /** Tells it from the other errors where `instanceof` can't be used. */
  override readonly name = "ApiWebhookUrlSetError";
}

/**
 * No answer: refused, reset, timed out, a name that doesn't resolve, a certificate that isn't trusted. `code` says which, as the system calls
 * it (`ECONNREFUSED`, `ENOTFOUND`, `CERT_HAS_EXPIRED`, …), and is `TIMEOUT` where it took too long. Call again later.
 */
export class ApiNetworkError extends ApiError {
  /** Tells it from the other errors where `instanceof` can't be used. */
  override readonly name = "ApiNetworkError";
}

/** GREEN-API failed (500 to 504, 408, 499). Call again later. */
export class ApiServerError extends ApiError {
  /** Tells it from the other errors where `instanceof` can't be used. */
  override readonly name = "ApiServerError";
}

/**
 * The answer isn't one that the method is known to give. `code`: `EMPTY`, `HTML`, `JSON` (cut or broken), `SHAPE`, `TOO_LARGE`, `REDIRECT`,
 * `STATUS`. Something between this program and GREEN-API, or a change there.
 */
export class ApiAnswerError extends ApiError {
  /** Tells it from the other errors where `instanceof` can't be used. */
  override readonly name = "ApiAnswerError";
}
