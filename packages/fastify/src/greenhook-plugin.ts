import type { WebhookHandler } from "@greenhook/core";
import { sendResponse, toWebhookRequest, type NodeRequest, type NodeResponse } from "@greenhook/core/node-http";

/** What {@link greenhookPlugin} is registered with, next to Fastify's own `prefix`. */
export interface GreenhookPluginOptions {
  /** What `createWebhookHandler` made. */
  readonly handler: WebhookHandler;
}

/** Fastify's instance within a plugin, as far as it is used. */
export interface FastifyScope {
  all(path: string, options: { readonly onRequest: OnRequest }, handler: () => void): unknown;
}

/** Fastify's reply, as far as it is used. */
export interface FastifyReply {
  readonly raw: NodeResponse;
  hijack(): unknown;
}

type OnRequest = (request: { readonly raw: NodeRequest }, reply: FastifyReply) => Promise<void>;

/**
 * A Fastify plugin that answers deliveries at the `prefix` it is registered with. It reads the body itself: the parsers and the `bodyLimit` of
 * the rest of the server neither apply here nor change. Hooks that run before (`onRequest`) and after (`onResponse`) run as for any route.
 *
 * @example
 * app.register(greenhookPlugin, { prefix: "/green-api/webhook", handler });
 */
export async function greenhookPlugin(scope: FastifyScope, options: GreenhookPluginOptions): Promise<void> {
  // Later than this Fastify refuses a Content-Type that it can't read, whatever parsers there are.
  const onRequest: OnRequest = async (request, reply) => {
    reply.hijack();
    await sendResponse(request.raw, reply.raw, await options.handler(toWebhookRequest(request.raw)));
  };
  scope.all("/", { onRequest }, () => undefined);
}
