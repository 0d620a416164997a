import type { MethodSpec } from "../methods/method-spec.ts";
import { isObject } from "../../schema/is-object.ts";
import { ApiInstanceNotReadyError, ApiResponseError } from "./api-error.ts";
import { errorFromResponse } from "./error-from-response.ts";
import { rawValueOf } from "./raw-value.ts";
import type { TransportResponse } from "./transport.ts";

/** What GREEN-API's own failure to find a notification looks like: it has been deleted before. */
const alreadyDeletedText = "findUnAckedMessage";

/** The result in a response. @throws {ApiError} it reports a failure, whatever its status, or isn't one that the method is known to give */
export function readResponse(
  method: string,
  spec: MethodSpec,
  { status, retryAfter, bytes }: TransportResponse,
  sent: { readonly token: string; readonly input: unknown },
): unknown {
  const text = new TextDecoder("utf-8").decode(bytes).trim();
  if (method === "deleteNotification" && status >= 400 && text.includes(alreadyDeletedText)) {
    return { result: false, reason: "already deleted" };
  }

  const parsed = parse(text);
  const failure = errorFromResponse({ method, status, retryAfter, text, value: parsed?.value, ...sent });
  if (failure !== undefined) throw failure;
  if (status !== 200) throw new ApiResponseError({ method, status, code: "STATUS", detail: `the response has status ${status}` });

  const isEmpty = text === "" || parsed?.value === null;
  if (text === "" && (spec.response === "nothing" || spec.response === "anything")) return undefined;
  if (isEmpty && spec.empty === "undefined") return undefined;
  if (isEmpty && spec.empty === "starting") {
    throw new ApiInstanceNotReadyError({ method, status, reason: "starting", detail: "the instance is being created" });
  }
  // Observed at getChatHistory and the journals.
  if (parsed?.value === null && spec.response === "list") return [];
  if (text === "") throw new ApiResponseError({ method, status, code: "EMPTY", detail: "the response is empty" });
  if (parsed === undefined) {
    const isHtml = text.startsWith("<");
    throw new ApiResponseError({
      method,
      status,
      code: isHtml ? "HTML" : "JSON",
      detail: isHtml ? "the response is an HTML page" : "the response isn't JSON",
    });
  }

  if (spec.response === "nothing") return undefined;
  const value = spec.normalize !== undefined && isObject(parsed.value) ? spec.normalize(parsed.value) : parsed.value;
  const wrong = wrongPart(spec, value);
  if (wrong !== undefined) throw new ApiResponseError({ method, status, code: "SHAPE", detail: `the response ${wrong}` });
  return spec.rawKey === undefined ? value : withRaw(value, bytes, spec.rawKey);
}

/** Adds a part of the response as it arrived: decoding is lenient so far, and parsing rounds large numbers. */
function withRaw(value: unknown, bytes: Uint8Array, key: string): unknown {
  const rawBytes = rawValueOf(bytes, key);
  if (rawBytes === undefined || !isObject(value)) return value;
  try {
    return { ...value, rawText: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(rawBytes) };
  } catch {
    return { ...value, rawBytes: new Uint8Array(rawBytes) };
  }
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    // V8's message quotes the text.
    return undefined;
  }
}

function wrongPart({ response }: MethodSpec, value: unknown): string | undefined {
  if (response === "anything" || response === "nothing") return undefined;
  if (response === "list") return Array.isArray(value) ? undefined : "isn't an array";
  if (!isObject(value)) return "isn't an object";
  for (const [key, { expected, holds }] of Object.entries(response)) {
    if (!holds(value[key])) return `lacks "${key}", which must ${expected}`;
  }
  return undefined;
}
