import type { IncomingMessage, ServerResponse } from "node:http";
import { assertWebhookHandler, type WebhookHandler } from "@greenhook/core";
import { sendResponse, toWebhookRequest, type ParsedBody } from "@greenhook/core/node-http";

/**
 * Makes a listener for `http.createServer`, and for everything else that calls a function with Node's request and response, of a webhook
 * handler. It works before and after a body parser, and reads `request.body` or `request.rawBody` where a platform keeps one. Before a
 * parser is better: then it gets the bytes that GREEN-API sent. It responds to every path; `startWebhookServer` adds a path, limits and a
 * graceful stop.
 *
 * The promise resolves when the response is out; it never rejects.
 *
 * @example
 * createServer(toNodeListener(handler)).listen(3000);
 */
export function toNodeListener(
  handler: WebhookHandler,
): (request: IncomingMessage & ParsedBody, response: ServerResponse) => Promise<void> {
  assertWebhookHandler("make the listener", handler);
  return async (request, response) => sendResponse(request, response, await handler(toWebhookRequest(request, request)));
}
