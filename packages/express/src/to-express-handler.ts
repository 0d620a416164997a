import { assertWebhookHandler, type WebhookHandler } from "@greenhook/core";
import { sendResponse, toWebhookRequest, type NodeRequest, type NodeResponse, type ParsedBody } from "@greenhook/core/node-http";

/** The members of Express's request that are used: Node's, and those that body parsers set. */
export interface ExpressRequest extends NodeRequest, ParsedBody {}

/** The members of Express's response that are used. */
export interface ExpressResponse extends NodeResponse {
  removeHeader(name: string): unknown;
}

/**
 * Makes an Express handler of a webhook handler. Mount it with `use`, so that methods other than POST get their 405. It works before and
 * after `express.json()`, `express.raw()` and `express.text()`, and reads `req.rawBody` where a platform keeps one. Before them is better:
 * then it gets the bytes that GREEN-API sent.
 *
 * The promise resolves when the response is out; it never rejects.
 *
 * @example
 * app.use("/green-api/webhook", toExpressHandler(handler));
 */
export function toExpressHandler(handler: WebhookHandler): (request: ExpressRequest, response: ExpressResponse) => Promise<void> {
  assertWebhookHandler("make the Express handler", handler);
  return async (request, response) => {
    // Express advertises itself; no response of ours does.
    if (!response.headersSent) response.removeHeader("x-powered-by");
    await sendResponse(request, response, await handler(toWebhookRequest(request, request)));
  };
}
