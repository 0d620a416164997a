import type { WebhookHandler } from "@greenhook/core";
import { sendResponse, toWebhookRequest, type NodeRequest, type NodeResponse, type ParsedBody } from "@greenhook/core/node-http";

/** Koa's context, as far as it is looked at. */
export interface KoaContext {
  /** Node's own request, which the body is read from. */
  readonly req: NodeRequest;
  /** Node's own response, which is answered with. */
  readonly res: NodeResponse;
  /** Koa's own request, where body parsers put what they read. */
  readonly request: object & ParsedBody;
  /** Set to `false`: Koa leaves the response alone then. */
  respond?: boolean | undefined;
}

/**
 * Makes Koa middleware of a webhook handler. It answers every request that reaches it and calls no `next`: mount it at a path, with
 * `koa-mount` or `router.all`. It works with and without `koa-bodyparser` or `@koa/bodyparser` in front; without is better, since then the
 * bytes are judged as GREEN-API sent them.
 *
 * The promise resolves when the answer is out; it never rejects. Middleware around it finds the status in `ctx.status`; headers that it sets
 * after `await next()` come too late.
 *
 * @example
 * app.use(mount("/green-api/webhook", toKoaMiddleware(handler)));
 */
export function toKoaMiddleware(handler: WebhookHandler): (context: KoaContext) => Promise<void> {
  return async (context) => {
    // Koa ends a response in one go; a client that is still sending must be given the time to read it.
    context.respond = false;
    await sendResponse(context.req, context.res, await handler(toWebhookRequest(context.req, context.request)));
  };
}
