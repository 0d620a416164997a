import {
  ApiResponseError,
  ApiAuthorizationError,
  ApiHostError,
  ApiInstanceNotReadyError,
  ApiQuotaError,
  ApiRateLimitError,
  ApiServerError,
  ApiValidationError,
  ApiWebhookUrlSetError,
  type ApiError,
  type NotReadyReason,
} from "./api-error.ts";
import { retryAfterMilliseconds } from "./retry.ts";
import { safeDetail } from "./safe-detail.ts";
import { isObject } from "../../schema/is-object.ts";

/** The parts of a response that tell what failed. */
export interface ResponseParts {
  readonly method: string;
  readonly status: number;
  readonly retryAfter?: string | undefined;
  readonly text: string;
  /** The text as JSON, if it is. */
  readonly value: unknown;
  /** For redacting it, as the input. */
  readonly token: string;
  readonly input: unknown;
}

/** The failure that a response reports, `undefined` for a success. GREEN-API reports failures in at least nine forms, some with status 200. */
export function errorFromResponse(parts: ResponseParts): ApiError | undefined {
  const { method, status, value } = parts;
  if (status === 200) return failureInSuccess(parts);
  if (status >= 300 && status < 400) {
    return new ApiResponseError({ method, status, code: "REDIRECT", detail: "the response is a redirect, which is never followed" });
  }
  if (status === 401) return new ApiAuthorizationError({ method, status, detail: "the token isn't accepted" });
  if (status === 429) return rateLimit(parts);
  if (status === 466 || status === 469) return quota(parts, value);
  const words = wordsOf(parts);
  if (status === 400 || status === 403) {
    if (reasonOf(value) === "rate_limit_exceeded") return rateLimit(parts);
    const known = knownRefusal(parts, words);
    if (known !== undefined) return known;
  }
  // GREEN-API's own text for methods that it has taken out of use comes with it too.
  if (status === 403) return new ApiHostError({ method, status, detail: "this host doesn't serve this instance, or not this method" });
  if (status === 404)
    return new ApiHostError({ method, status, detail: "this host doesn't know this method, or it is another host's instance" });
  if (status === 413 || (status === 500 && /entity too large/i.test(words))) {
    return new ApiValidationError({ method, status, detail: "the input is too large" });
  }
  if (status >= 500 || status === 408 || status === 499) {
    return new ApiServerError({ method, status, detail: `GREEN-API failed with status ${status}` });
  }
  if (status >= 400) return validation(parts, words);
  return undefined;
}

/** Failures that come with status 200. */
function failureInSuccess(parts: ResponseParts): ApiError | undefined {
  const { method, status, value } = parts;
  if (typeof value === "string" && value.startsWith("Error")) return validation(parts, value, value.slice("Error: ".length));
  if (!isObject(value)) return undefined;
  const words = wordsOf(parts);
  if (typeof value["code"] === "number" && typeof value["description"] === "string") {
    if (value["code"] === 401) return new ApiAuthorizationError({ method, status, detail: "the token isn't accepted" });
    if (value["code"] === 404) return new ApiHostError({ method, status, detail: "GREEN-API doesn't find what was asked for" });
    if (value["code"] === 429) return rateLimit(parts);
    return knownRefusal(parts, words) ?? validation(parts, words);
  }
  if (value["isCleared"] === false && /too many requests/i.test(words)) return rateLimit(parts);
  // Beside an id they only tell how much is left.
  if (value["idMessage"] === undefined && (isExceeded(value["invokeStatus"]) || isExceeded(value["correspondentsStatus"]))) {
    return quota(parts, value);
  }
  // The authorization methods nest it: `{ status, data: { status: "fail", reason: "rate_limit_exceeded", retryAfter: 30 } }`.
  const reason = reasonOf(value);
  if (dataOf(value)["status"] !== "fail" && (value["status"] !== false || reason === undefined)) return undefined;
  return reason === "rate_limit_exceeded" ? rateLimit(parts) : (knownRefusal(parts, words) ?? validation(parts, words, reason));
}

function reasonOf(value: unknown): string | undefined {
  const reasons = isObject(value) ? [value["reason"], dataOf(value)["reason"]].filter((reason) => typeof reason === "string") : [];
  return reasons.find((reason) => reason !== "") ?? reasons[0];
}

/** The nested part of a response. */
function dataOf(value: unknown): Readonly<Record<string, unknown>> {
  return isObject(value) && isObject(value["data"]) ? value["data"] : {};
}

/** Refusals that are recognised by their text. */
function knownRefusal({ method, status }: ResponseParts, words: string): ApiError | undefined {
  if ((method === "receiveNotification" || method === "deleteNotification") && /webhook ?url/i.test(words)) {
    return new ApiWebhookUrlSetError({ method, status, detail: "a webhookUrl is set; clear it, then wait about a minute" });
  }
  if (/\blimit reached/i.test(words)) return new ApiQuotaError({ method, status, detail: "the messenger's limit is used up" });
  for (const [pattern, reason, detail] of notReady) {
    if (pattern.test(words)) return new ApiInstanceNotReadyError({ method, status, reason, detail });
  }
  return undefined;
}

const notReady: readonly (readonly [RegExp, NotReadyReason, string])[] = [
  [/instance[^.]*expired/i, "expired", "the instance is expired"],
  [/instance is deleted/i, "deleted", "the instance is deleted"],
  [/account is suspended/i, "suspended", "the account is suspended"],
  [/not authorized/i, "notAuthorized", "the instance isn't authorised, or is starting"],
  [/instance[^.]*starting|starting process/i, "starting", "the instance is starting"],
];

function rateLimit({ method, status, retryAfter, value }: ResponseParts): ApiRateLimitError {
  const seconds = dataOf(value)["retryAfter"];
  return new ApiRateLimitError({
    method,
    status,
    retryAfterMilliseconds: retryAfterMilliseconds(typeof seconds === "number" ? String(Math.ceil(seconds)) : retryAfter),
    detail: "it was called too often",
  });
}

/** The description lists chat ids: only the numbers are kept, which are documented as strings and shown as numbers. */
function quota({ method, status }: ResponseParts, value: unknown): ApiQuotaError {
  const both = isObject(value) ? [value["invokeStatus"], value["correspondentsStatus"]] : [];
  const found = both.find(isExceeded) ?? both.find(isObject);
  const [used, total] = ["used", "total"].map((key) => {
    const amount = isObject(found) && found[key] !== null && found[key] !== "" ? Number(found[key]) : Number.NaN;
    return Number.isFinite(amount) ? amount : undefined;
  });
  return new ApiQuotaError({ method, status, used, total, detail: "the plan's limit is used up" });
}

function isExceeded(value: unknown): boolean {
  return isObject(value) && typeof value["status"] === "string" && value["status"].endsWith("_EXCEEDED");
}

function validation({ method, status, token, input }: ResponseParts, words: string, reason = ""): ApiValidationError {
  const detail = safeDetail(words, token, input);
  const code = /^[a-z]+([_-][a-z]+)*$/.test(reason) && reason.length <= 40 ? reason : undefined;
  // WhatsApp's refusal of a phone number, as of everything else that is no chat id.
  const hint = /'chatId' must be one of the next formats/i.test(words) ? "; toChatId makes a chat id of a phone number" : "";
  return new ApiValidationError({
    method,
    status,
    code,
    detail: `GREEN-API refuses the input${detail === "" ? "" : `: ${detail}`}${hint}`,
  });
}

/**
 * The words of a refusal, cut short: of a JSON body only the fields that hold them, since `path` repeats the token; otherwise plain text, but
 * not HTML.
 */
function wordsOf({ text, value }: ResponseParts): string {
  if (typeof value === "string") return value.slice(0, maxTextLength);
  if (isObject(value)) {
    const words = [value["message"], value["description"], value["reason"], dataOf(value)["reason"]];
    return words
      .filter((part) => typeof part === "string" && part !== "")
      .join("; ")
      .slice(0, maxTextLength);
  }
  return text.startsWith("<") ? "" : text.slice(0, maxTextLength);
}

const maxTextLength = 1_000;
