export type { NodeReadable, NodeRequest, NodeResponse, ParsedBody } from "./node-http/node-request.ts";
export { sendResponse } from "./node-http/send-response.ts";
export { toWebhookRequest } from "./node-http/to-webhook-request.ts";
export type { WebhookBody, WebhookRequest } from "./webhook/webhook-request.ts";
export type { WebhookResponse } from "./webhook/webhook-response.ts";
