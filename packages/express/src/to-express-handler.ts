import type { WebhookHandler } from "@greenhook/core";
import { sendResponse, toWebhookRequest, type NodeRequest, type NodeResponse, type ParsedBody } from "@greenhook/core/node-http";

/** Express's request, as far as it is looked at: Node's, with what a body parser may have put on it. */
export interface ExpressRequest extends NodeRequest, ParsedBody {}

/** Express's response, as far as it is answered with. */
export interface ExpressResponse extends NodeResponse {
  /** Takes a header off the answer: `X-Powered-By`. */
  removeHeader(name: string): unknown;
}

/**
 * Makes an Express handler of a webhook handler. Mount it with `use`, so that methods other than POST get their 405. It works before and
 * after `express.json()`, `express.raw()` and `express.text()`, and takes `req.rawBody` where a platform keeps one; before them is better,
 * since then the bytes are judged as GREEN-API sent them.
 *
 * The promise resolves when the answer is out; it never rejects.
 *
 * @example
 * app.use("/green-api/webhook", toExpressHandler(handler));
 */
export function toExpressHandler(handler: WebhookHandler): (request: ExpressRequest, response: ExpressResponse) => Promise<void> {
  return async (request, response) => {
    // Express's word about itself, which belongs on no answer of ours.
    if (!response.headersSent) response.removeHeader("x-powered-by");
    await sendResponse(request, response, await handler(toWebhookRequest(request, request)));
  };
}
