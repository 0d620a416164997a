import type { WebhookHandler } from "@greenhook/core";
import { sendResponse, toWebhookRequest } from "@greenhook/core/node-http";
import type { ExpressRequest, ExpressResponse } from "./to-express-handler.ts";

/**
 * Makes an Express error handler for the path at which a parser such as `express.json()` stands in front: a body that the parser refused as no
 * JSON gets the token check and the quarantine like any other, in place of the parser's 400, with which one broken body stalls the queue.
 * Other errors, and those of bodies of which the parser kept nothing (too large, compressed), go on to the next error handler.
 *
 * @example
 * app.use("/green-api/webhook", toExpressHandler(handler), toExpressErrorHandler(handler));
 */
export function toExpressErrorHandler(
  handler: WebhookHandler,
): (error: unknown, request: ExpressRequest, response: ExpressResponse, next: (error: unknown) => void) => Promise<void> {
  return async (error, request, response, next) => {
    const { type, body } = (error ?? {}) as { readonly type?: unknown; readonly body?: unknown };
    if (type !== "entity.parse.failed" || typeof body !== "string" || response.headersSent) {
      next(error);
      return;
    }
    response.removeHeader("x-powered-by");
    await sendResponse(request, response, await handler(toWebhookRequest(request, { body })));
  };
}
