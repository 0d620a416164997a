import type { WebhookBody, WebhookHandler } from "@greenhook/core";
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
    const header = (name: string): string | undefined => request.headers.get(name) ?? undefined;
    const authorization = header("authorization");
    const length = header("content-length");
    const { status, headers, body, closeConnection } = await handler({
      method: request.method,
      authorization: authorization === undefined ? [] : [authorization],
      contentLength: length === undefined ? undefined : Number(length),
      contentEncoding: header("content-encoding"),
      forwardedFor: header("x-forwarded-for"),
      // A getter: whatever it throws then is caught by the handler.
      get remoteAddress() {
        return options.remoteAddress?.(request, ...rest);
      },
      body: bodyOf(request),
    });
    return new Response(body, { status, headers: { ...headers, ...(closeConnection ? { connection: "close" } : undefined) } });
  };
}

function bodyOf(request: Request): WebhookBody {
  const { body } = request;
  if (request.bodyUsed || body?.locked === true) return { kind: "consumed" };
  return body === null ? { kind: "read", value: "" } : { kind: "unread", chunks: webStreamChunks(body) };
}
