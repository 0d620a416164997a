import type { IncomingMessage } from "node:http";
import type { LambdaEvent } from "@greenhook/lambda";

/** A request, as AWS hands it to a function. */
export type ToEvent = (request: IncomingMessage, bytes: Uint8Array) => LambdaEvent;

/** API Gateway, REST APIs (payload format 1.0): all header lines, and the last of each. */
export const restApiEvent: ToEvent = (request, bytes) => {
  const multiValueHeaders: Record<string, string[]> = {};
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    (multiValueHeaders[request.rawHeaders[index] ?? ""] ??= []).push(request.rawHeaders[index + 1] ?? "");
  }
  const headers = Object.fromEntries(Object.entries(multiValueHeaders).map(([name, values]) => [name, values.at(-1)]));
  return {
    httpMethod: request.method ?? "",
    headers,
    multiValueHeaders,
    ...bodyOf(bytes),
    requestContext: { identity: { sourceIp: request.socket.remoteAddress ?? null } },
  };
};

/** API Gateway, HTTP APIs, and function URLs (payload format 2.0): names in lower case, lines joined by commas. */
export const httpApiEvent: ToEvent = (request, bytes) => {
  const headers: Record<string, string> = {};
  for (let index = 0; index < request.rawHeaders.length; index += 2) {
    const name = (request.rawHeaders[index] ?? "").toLowerCase();
    headers[name] = [...(headers[name] === undefined ? [] : [headers[name]]), request.rawHeaders[index + 1] ?? ""].join(",");
  }
  const http = { method: request.method ?? "", sourceIp: request.socket.remoteAddress ?? "" };
  return { headers, ...bodyOf(bytes), requestContext: { http } };
};

/** Bytes go in base64. */
function bodyOf(bytes: Uint8Array): Pick<LambdaEvent, "body" | "isBase64Encoded"> {
  return bytes.length === 0
    ? { body: null, isBase64Encoded: false }
    : { body: Buffer.from(bytes).toString("base64"), isBase64Encoded: true };
}

/** The same event with its body as text, as it comes where the gateway holds it for text. */
export function asText(toEvent: ToEvent): ToEvent {
  return (request, bytes) => {
    return { ...toEvent(request, bytes), body: bytes.length === 0 ? null : Buffer.from(bytes).toString("utf8"), isBase64Encoded: false };
  };
}
