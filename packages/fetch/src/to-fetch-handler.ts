import type { WebhookBody, WebhookHandler, WebhookRequest } from "@greenhook/core";
import { webStreamChunks } from "@greenhook/core/web-stream";

/** Options of {@link toFetchHandler}. */
export interface FetchHandlerOptions {
  /**
   * The address of the connection's remote end, which a `Request` doesn't have. Needed only for `sourceAddresses`, and shown to `onOutcome`.
   * Called with all arguments of the handler, since runtimes pass the address in the others.
   *
   * @default none: the address is unknown
   * @example
   * remoteAddress: (request) => request.headers.get("cf-connecting-ip") ?? undefined; // Workers
   */
  readonly remoteAddress?: (request: Request, ...rest: unknown[]) => string | undefined;
  /**
   * Whether the server refuses a body that is longer than its `Content-Length`. A body within `maxBodyBytes` is then read by one call of
   * `arrayBuffer()` instead of as a stream, which servers with lazy requests make several times faster.
   *
   * @default true on Bun and for requests of @hono/node-server, else false
   */
  readonly enforcesContentLength?: boolean;
}

/**
 * Makes a function from `Request` to `Response` of a webhook handler, for Workers, Deno, Bun, Next's route handlers, Hono, SvelteKit and
 * others. Make it once, outside of any request: a retry joins a delivery in flight only within one handler.
 *
 * The promise never rejects.
 *
 * @example
 * export const POST = toFetchHandler(handler);
 */
export function toFetchHandler(
  handler: WebhookHandler,
  options: FetchHandlerOptions = {},
): (request: Request, ...rest: unknown[]) => Promise<Response> {
  return async (request, ...rest) => {
    const { status, headers, body, closeConnection } = await handler(new TranslatedRequest(request, rest, options));
    return new Response(body, { status, headers: { ...headers, ...(closeConnection ? { connection: "close" } : undefined) } });
  };
}

/** A class, since a getter in an object literal costs far more for each request. */
class TranslatedRequest implements WebhookRequest {
  readonly method: string;
  readonly authorization: readonly string[];
  readonly contentLength: number | undefined;
  readonly contentEncoding: string | undefined;
  readonly body: WebhookBody;
  readonly #request: Request;
  readonly #rest: unknown[];
  readonly #options: FetchHandlerOptions;

  constructor(request: Request, rest: unknown[], options: FetchHandlerOptions) {
    const authorization = request.headers.get("authorization");
    const length = request.headers.get("content-length");
    this.method = request.method;
    this.authorization = authorization === null ? [] : [authorization];
    this.contentLength = length === null ? undefined : Number(length);
    this.contentEncoding = request.headers.get("content-encoding") ?? undefined;
    this.body = bodyOf(request, options.enforcesContentLength ?? enforcesContentLength(request));
    this.#request = request;
    this.#rest = rest;
    this.#options = options;
  }

  get forwardedFor(): string | undefined {
    return this.#request.headers.get("x-forwarded-for") ?? undefined;
  }

  /** A getter, so that the handler catches whatever the option throws. */
  get remoteAddress(): string | undefined {
    return this.#options.remoteAddress?.(this.#request, ...this.#rest);
  }
}

function bodyOf(request: Request, enforced: boolean): WebhookBody {
  if (request.bodyUsed) return { kind: "consumed" };
  // Not even `request.body` is looked at: that alone makes a lazy request build its stream.
  if (enforced) return { kind: "unread", chunks: chunksOf(request), whole: () => request.arrayBuffer() };
  const { body } = request;
  if (body?.locked === true) return { kind: "consumed" };
  return body === null ? { kind: "read", value: "" } : { kind: "unread", chunks: webStreamChunks(body) };
}

async function* chunksOf(request: Request): AsyncGenerator<Uint8Array, undefined> {
  const { body } = request;
  if (body !== null) yield* webStreamChunks(body);
}

/** By the prototype of its requests: what kind of server a request is from. */
const enforcingServers = new WeakMap<object, boolean>();

/** Bun enforces it, and so does Node's parser, whose request @hono/node-server keeps under a symbol of this name. */
function enforcesContentLength(request: Request): boolean {
  const server = Object.getPrototypeOf(request) as object;
  let enforces = enforcingServers.get(server);
  if (enforces === undefined) {
    enforces = "Bun" in globalThis || Object.getOwnPropertySymbols(request).some(({ description }) => description === "incomingKey");
    enforcingServers.set(server, enforces);
  }
  return enforces;
}
