import { assertWebhookHandler, type WebhookHandler } from "@greenhook/core";
import { sendResponse, toWebhookRequest, type NodeRequest, type NodeResponse, type ParsedBody } from "@greenhook/core/node-http";

/** The members of Koa's context that are used. */
export interface KoaContext {
  /** Node's own request. */
  readonly req: NodeRequest;
  /** Node's own response. */
  readonly res: NodeResponse;
  /** Koa's own request, where body parsers leave their result. */
  readonly request: object & ParsedBody;
  /** Set to `false`, so that Koa leaves the response alone. */
  respond?: boolean | undefined;
}

/**
 * Makes Koa middleware of a webhook handler. It responds to every request that reaches it and calls no `next`: mount it at a path, with
 * `koa-mount` or `router.all`. It works with and without `koa-bodyparser` or `@koa/bodyparser` in front. Without is better: then it gets the
 * bytes that GREEN-API sent.
 *
 * The promise resolves when the response is out; it never rejects. Middleware around it finds the status in `ctx.status`; headers that it
 * sets after `await next()` come too late.
 *
 * @example
 * app.use(mount("/green-api/webhook", toKoaMiddleware(handler)));
 */
export function toKoaMiddleware(handler: WebhookHandler): (context: KoaContext) => Promise<void> {
  assertWebhookHandler("make the Koa middleware", handler);
  return async (context) => {
    // Koa would close the connection at once, under a client that is still sending.
    context.respond = false;
    await sendResponse(context.req, context.res, await handler(toWebhookRequest(context.req, context.request)));
  };
}
