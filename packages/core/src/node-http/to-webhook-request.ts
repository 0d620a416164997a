import type { WebhookBody, WebhookRequest } from "../webhook/webhook-request.ts";
import { webStreamChunks } from "../webhook/web-stream-chunks.ts";
import type { NodeRequest, ParsedBody } from "./node-request.ts";
import { StreamChunks } from "./stream-chunks.ts";

/**
 * Translates a request of Node's, with whatever a body parser left, for a `WebhookHandler`.
 *
 * Whether the body was read is decided by the stream alone: Express 4 and koa-bodyparser set `body = {}` without having read anything.
 *
 * @param beforeRead called when the body is about to be read: the moment for `100 Continue`.
 */
export function toWebhookRequest(request: NodeRequest, parsed: ParsedBody = {}, beforeRead?: () => void): WebhookRequest {
  return new TranslatedRequest(request, bodyOf(request, parsed, beforeRead));
}

/** A class for the sake of its one getter: in an object literal it would cost each request a hidden class of its own. */
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

  /** Asking the socket costs a system call: only who needs it pays. */
  get remoteAddress(): string | undefined {
    return this.#request.socket?.remoteAddress;
  }
}

/** Every line of it: Node's `headers` hides all but the first, but is all there is where a platform made the request (serverless-http). */
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
    // Ended without a byte: whatever a parser made of that, it was empty.
    return request.readableEnded === true ? { kind: "read", value: "" } : { kind: "unread", chunks: new StreamChunks(request, beforeRead) };
  }
  const { body, rawBody } = heldBy(parsed);
  if (rawBody !== undefined) return { kind: "read", value: rawBody };
  if (isWebStream(body)) return body.locked ? { kind: "consumed" } : { kind: "unread", chunks: webStreamChunks(body) };
  return body === undefined ? { kind: "consumed" } : { kind: "read", value: body };
}

/** On some platforms `body` is a getter that parses, and throws: nothing was kept then. */
function heldBy(parsed: ParsedBody): ParsedBody {
  try {
    const { body, rawBody } = parsed;
    return { body, rawBody };
  } catch {
    return {};
  }
}

function isWebStream(body: unknown): body is Parameters<typeof webStreamChunks>[0] {
  return typeof body === "object" && body !== null && "getReader" in body && typeof body.getReader === "function";
}

function single(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === "string" || value === undefined ? value : value.join(",");
}
