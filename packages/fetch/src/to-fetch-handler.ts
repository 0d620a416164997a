import { assertWebhookHandler, type WebhookBody, type WebhookHandler, type WebhookRequest } from "@greenhook/core";
import { webStreamChunks, type WebStream } from "@greenhook/core/web-stream";

/** The members of `Request` that are used. Every runtime's has them, and so has Azure Functions' `HttpRequest`. */
export interface FetchRequest {
  readonly method: string;
  readonly headers: { get(name: string): string | null };
  readonly body: WebStream | null;
  readonly bodyUsed: boolean;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Options of {@link toFetchHandler}. */
export interface FetchHandlerOptions<Incoming extends FetchRequest = Request> {
  /**
   * The address of the connection's remote end, which a `Request` doesn't have. Needed only for `sourceAddresses`, and shown to `onOutcome`.
   * Called with all arguments of the handler, since runtimes pass the address in the others.
   *
   * @default none: the address is unknown
   * @example
   * remoteAddress: (request) => request.headers.get("cf-connecting-ip") ?? undefined; // Workers
   */
  readonly remoteAddress?: (request: Incoming, ...rest: unknown[]) => string | undefined;
  /**
   * Whether the server refuses a body that is longer than its `Content-Length`. A body within `maxBodyBytes` is then read by one call of
   * `arrayBuffer()` instead of as a stream, which servers with lazy requests make several times faster.
   *
   * @default true on Bun and for requests of @hono/node-server, else false
   */
  readonly enforcesContentLength?: boolean;
}

/**
 * Makes a function from `Request` to `Response` of a webhook handler, for Workers, Deno, Bun, Next's route handlers, Hono, SvelteKit,
 * Azure Functions and others. Make it once, outside of any request: a retry joins a delivery in flight only within one handler.
 *
 * The promise never rejects.
 *
 * @example
 * export const POST = toFetchHandler(handler);
 */
export function toFetchHandler<Incoming extends FetchRequest = Request>(
  handler: WebhookHandler,
  options: FetchHandlerOptions<Incoming> = {},
): (request: Incoming, ...rest: unknown[]) => Promise<Response> {
  assertWebhookHandler("make the fetch handler", handler);
  // "false" out of an environment variable would have bodies read without a limit.
  if (typeof (options.enforcesContentLength ?? false) !== "boolean")
    throw new TypeError('Cannot create the handler: "enforcesContentLength" must be true or false');
  const { remoteAddress, enforcesContentLength } = options;
  return async (request, ...rest) => {
    const header = (name: string): string | undefined => request.headers.get(name) ?? undefined;
    const authorization = header("authorization");
    const length = Number(header("content-length") ?? Number.NaN);
    const contentLength = Number.isInteger(length) ? length : undefined;
    const translated: WebhookRequest = {
      method: request.method,
      authorization: authorization === undefined ? [] : [authorization],
      contentLength,
      contentEncoding: header("content-encoding"),
      forwardedFor: header("x-forwarded-for"),
      body: bodyOf(request, contentLength !== undefined && (enforcesContentLength ?? isLengthEnforcedFor(request))),
    };
    // A getter, since the handler catches whatever the option throws. Only where there is one: it costs more than all the rest.
    if (remoteAddress !== undefined) Object.defineProperty(translated, "remoteAddress", { get: () => remoteAddress(request, ...rest) });
    const { status, headers, body, closeConnection } = await handler(translated);
    return new Response(body, { status, headers: closeConnection ? { ...headers, connection: "close" } : headers });
  };
}

function bodyOf(request: FetchRequest, isLengthEnforced: boolean): WebhookBody {
  if (request.bodyUsed) return { kind: "consumed" };
  // Not even `request.body` is looked at: that alone makes a lazy request build its stream.
  if (isLengthEnforced) return { kind: "unread", chunks: wholeBody(request) };
  const { body } = request;
  if (body?.locked === true) return { kind: "consumed" };
  return body === null ? { kind: "read", value: "" } : { kind: "unread", chunks: webStreamChunks(body) };
}

/** The whole body as one chunk. Not an async generator, which costs several times as much for each request. */
function wholeBody(request: FetchRequest): AsyncIterable<Uint8Array> {
  let isRead = false;
  const next = async (): Promise<IteratorResult<Uint8Array, undefined>> => {
    if (isRead) return { done: true, value: undefined };
    isRead = true;
    return { done: false, value: new Uint8Array(await request.arrayBuffer()) };
  };
  return { [Symbol.asyncIterator]: () => ({ next }) };
}

/** Bun enforces it, and so does Node's parser, whose request @hono/node-server keeps under a symbol of this name. */
function isLengthEnforcedFor(request: FetchRequest): boolean {
  return "Bun" in globalThis || Object.getOwnPropertySymbols(request).some(({ description }) => description === "incomingKey");
}
