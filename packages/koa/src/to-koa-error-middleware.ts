import type { WebhookHandler } from "@greenhook/core";
import { sendResponse, toWebhookRequest } from "@greenhook/core/node-http";
import type { KoaContext } from "./to-koa-middleware.ts";

/**
 * Makes Koa middleware to mount at the webhook's path before a parser such as `koa-bodyparser`: a body that the parser refuses as no JSON gets
 * the token check and the quarantine like any other, in place of the parser's 400, with which one broken body stalls the queue. Other errors
 * go on, those of bodies of which the parser kept nothing (too large, compressed) too.
 *
 * @example
 * app.use(mount("/green-api/webhook", toKoaErrorMiddleware(handler)));
 * app.use(bodyParser());
 */
export function toKoaErrorMiddleware(handler: WebhookHandler): (context: KoaContext, next: () => Promise<unknown>) => Promise<void> {
  return async (context, next) => {
    try {
      await next();
    } catch (error) {
      const { status, body } = (error ?? {}) as { readonly status?: unknown; readonly body?: unknown };
      if (status !== 400 || typeof body !== "string" || context.res.headersSent) throw error;
      context.respond = false;
      await sendResponse(context.req, context.res, await handler(toWebhookRequest(context.req, { body })));
    }
  };
}
