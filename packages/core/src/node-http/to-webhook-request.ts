import type { WebhookBody, WebhookRequest } from "../webhook/webhook-request.ts";
import { webStreamChunks } from "../webhook/web-stream-chunks.ts";
import type { NodeRequest, ParsedBody } from "./node-request.ts";
import { StreamChunks } from "./stream-chunks.ts";

/**
 * Translates a request of Node's, and the result of a body parser if there was one, for a `WebhookHandler`.
 *
 * Whether the body was read is decided by the stream alone: Express 4 and koa-bodyparser set `body = {}` without having read anything.
 *
 * @param parsed the object on which a body parser leaves its result: Express's request, Koa's `context.request`.
 * @param beforeRead called when the body is about to be read: the moment for `100 Continue`.
 */
export function toWebhookRequest(request: NodeRequest, parsed: ParsedBody = {}, beforeRead?: () => void): WebhookRequest {
  return new TranslatedRequest(request, bodyOf(request, parsed, beforeRead));
}

/** A class, since a getter in an object literal costs far more for each request. */
class TranslatedRequest implements WebhookRequest {
  readonly method: string;
  readonly authorization: readonly string[];
  readonly contentLength: number | undefined;
  readonly contentEncoding: string | undefined;
  readonly forwardedFor: string | undefined;
  readonly body: WebhookBody;
  readonly #request: NodeRequest;

  constructor(request: NodeRequest, body: WebhookBody) {
    const { headers } = request;
    const length = headers["content-length"];
    this.method = request.method ?? "";
    this.authorization = authorizationLines(request);
    this.contentLength = length === undefined ? undefined : Number(length);
    this.contentEncoding = single(headers["content-encoding"]);
    this.forwardedFor = single(headers["x-forwarded-for"]);
    this.body = body;
    this.#request = request;
  }

  /** A getter, since the socket's address costs a system call. */
  get remoteAddress(): string | undefined {
    return this.#request.socket?.remoteAddress;
  }
}

/** Every line: Node's `headers` has only the first one, but a request that a platform made has nothing else (serverless-http). */
function authorizationLines({ headers: { authorization }, rawHeaders = [] }: NodeRequest): readonly string[] {
  const lines: string[] = [];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index]!;
    if (name.length === 13 && name.toLowerCase() === "authorization") lines.push(rawHeaders[index + 1]!);
  }
  if (lines.length > 0 || authorization === undefined) return lines;
  return typeof authorization === "string" ? [authorization] : authorization;
}

function bodyOf(request: NodeRequest, parsed: ParsedBody, beforeRead: (() => void) | undefined): WebhookBody {
  const isStream = typeof request.on === "function" && request.readableDidRead !== undefined;
  if (isStream && !request.readableDidRead) {
    // Ended without a byte: the body was empty, whatever a parser made of it.
    if (request.readableEnded === true) return { kind: "read", value: "" };
    // After `setEncoding` a stream gives text: in another encoding than UTF-8 it is damaged.
    if (!["utf8", "utf-8"].includes(request.readableEncoding ?? "utf8")) return { kind: "consumed" };
    return { kind: "unread", chunks: new StreamChunks(request, beforeRead) };
  }
  try {
    const { body, rawBody } = parsed;
    if (rawBody !== undefined) return { kind: "read", value: rawBody };
    if (isWebStream(body)) return body.locked ? { kind: "consumed" } : { kind: "unread", chunks: webStreamChunks(body) };
    return body === undefined ? { kind: "consumed" } : { kind: "read", value: body };
  } catch (cause) {
    // On some platforms `body` is a getter that parses, and throws.
    return { kind: "consumed", cause };
  }
}

function isWebStream(body: unknown): body is Parameters<typeof webStreamChunks>[0] {
  return typeof body === "object" && body !== null && "getReader" in body && typeof body.getReader === "function";
}

function single(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === "string" || value === undefined ? value : value.join(",");
}
