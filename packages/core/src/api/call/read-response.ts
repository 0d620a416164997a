import { ApiAnswerError, ApiInstanceNotReadyError } from "./api-error.ts";
import { failureAnswered } from "./error-from-response.ts";
import type { MethodRow } from "../methods/method-spec.ts";
import type { TransportAnswer } from "./transport.ts";
import { isRecord } from "../methods/value-check.ts";

/** What GREEN-API's own failure to find a notification looks like: it is gone already. */
const goneText = "findUnAckedMessage";

/** The value that an answer stands for. @throws {ApiError} it is a failure, whatever its status, or nothing the method is known to answer */
export function readAnswer(
  method: string,
  row: MethodRow,
  { status, retryAfter, bytes }: TransportAnswer,
  sent: readonly unknown[],
): unknown {
  const text = new TextDecoder("utf-8").decode(bytes).trim();
  if (method === "deleteNotification" && status >= 400 && text.includes(goneText)) return { result: false, reason: "already deleted" };

  const parsed = parse(text);
  const failure = failureAnswered({ method, status, retryAfter, text, value: parsed?.value, sent });
  if (failure !== undefined) throw failure;
  if (status !== 200) throw new ApiAnswerError({ method, status, code: "STATUS", detail: `GREEN-API answered with status ${status}` });

  if (row.answer.kind === "object" && row.answer.nothing !== undefined && (text === "" || parsed?.value === null)) {
    if (row.answer.nothing === "undefined") return undefined;
    throw new ApiInstanceNotReadyError({ method, status, reason: "starting", detail: "the instance is being made" });
  }
  if (text === "") throw new ApiAnswerError({ method, status, code: "EMPTY", detail: "the answer is empty" });
  if (parsed === undefined) {
    const html = text.startsWith("<");
    throw new ApiAnswerError({
      method,
      status,
      code: html ? "HTML" : "JSON",
      detail: html ? "the answer is an HTML page" : "the answer isn't JSON",
    });
  }

  const value = withAsciiCount(parsed.value);
  const wrong = wrongPart(row, value);
  if (wrong !== undefined) throw new ApiAnswerError({ method, status, code: "SHAPE", detail: `the answer ${wrong}` });
  return value;
}

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    // V8's message quotes the text.
    return undefined;
  }
}

/** `getWebhooksCount` is documented once with a Cyrillic first letter; whichever came, `count` is there. */
function withAsciiCount(value: unknown): unknown {
  return isRecord(value) && value["count"] === undefined && "\u0441ount" in value ? { ...value, count: value["\u0441ount"] } : value;
}

function wrongPart({ answer }: MethodRow, value: unknown): string | undefined {
  if (answer.kind === "list") return Array.isArray(value) ? undefined : "isn't an array";
  if (!isRecord(value)) return "isn't an object";
  for (const [key, { expected, holds }] of Object.entries(answer.required)) {
    if (!holds(value[key])) return `lacks "${key}", which must ${expected}`;
  }
  return undefined;
}
