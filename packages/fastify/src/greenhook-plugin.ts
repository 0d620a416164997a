import type { WebhookHandler } from "@greenhook/core";
import { sendResponse, toWebhookRequest, type NodeRequest, type NodeResponse } from "@greenhook/core/node-http";

/** What {@link greenhookPlugin} is registered with, next to Fastify's own `prefix`. */
export interface GreenhookPluginOptions {
  /** What `createWebhookHandler` made. */
  readonly handler: WebhookHandler;
}

/** Fastify's instance within a plugin, as far as it is used. */
export interface FastifyScope {
  /** Registers a route for every method; its hook answers before a body is parsed, so the route's own handler never runs. */
  all(
    path: string,
    options: { readonly onRequest: (request: { readonly raw: NodeRequest }, reply: FastifyReply) => Promise<void> },
    handler: () => void,
  ): unknown;
}

/** Fastify's reply, as far as it is used. */
export interface FastifyReply {
  /** Node's own response, which is answered with. */
  readonly raw: NodeResponse;
  /** Takes the answer out of Fastify's hands. */
  hijack(): unknown;
}

/**
 * A Fastify plugin that answers deliveries at the `prefix` it is registered with. It reads the body itself: the parsers and the `bodyLimit` of
 * the rest of the server neither apply here nor change. Hooks that run before (`onRequest`) and after (`onResponse`) run as for any route.
 *
 * @example
 * app.register(greenhookPlugin, { prefix: "/green-api/webhook", handler });
 */
export async function greenhookPlugin(scope: FastifyScope, options: GreenhookPluginOptions): Promise<void> {
  // Later than this Fastify refuses a Content-Type that it can't read, whatever parsers there are.
  const onRequest: Parameters<FastifyScope["all"]>[1]["onRequest"] = async (request, reply) => {
    reply.hijack();
    await sendResponse(request.raw, reply.raw, await options.handler(toWebhookRequest(request.raw)));
  };
  scope.all("/", { onRequest }, () => undefined);
}
