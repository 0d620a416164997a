import type { IncomingMessage, ServerResponse } from "node:http";
import type { WebhookHandler } from "@greenhook/core";
import { sendResponse, toWebhookRequest } from "@greenhook/core/node-http";

/**
 * Makes a listener for `http.createServer` of a webhook handler. It responds to every path; `startWebhookServer` adds a path, limits and a
 * graceful stop.
 *
 * @example
 * createServer(toNodeListener(handler)).listen(3000);
 */
export function toNodeListener(handler: WebhookHandler): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => sendResponse(request, response, await handler(toWebhookRequest(request)));
}
