import type { WebhookBody, WebhookHandler } from "@greenhook/core";
import { webStreamChunks } from "@greenhook/core/web-stream";

/** What {@link toFetchHandler} takes. */
export interface FetchHandlerOptions {
  /**
   * The address of the connection's other end, which a `Request` doesn't tell: each runtime has it elsewhere. Needed only where
   * `sourceAddresses` is configured; asked for there and for `onOutcome`. Called with all that the handler was called with.
   *
   * @example
   * remoteAddress: (request) => request.headers.get("cf-connecting-ip") ?? undefined; // Workers
   */
  readonly remoteAddress?: (request: Request, ...rest: unknown[]) => string | undefined;
}

/**
 * Makes a function from `Request` to `Response` of a webhook handler: what Workers, Deno, Bun, Next's route handlers, Hono, SvelteKit and
 * others serve with. Make it once, outside of any request: repeats of a delivery that is under way are joined within one handler.
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
      // Called when the handler asks, which turns whatever it throws into an answer.
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
