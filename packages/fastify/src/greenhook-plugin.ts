import { assertWebhookHandler, type WebhookHandler } from "@greenhook/core";
import { sendResponse, toWebhookRequest, type NodeRequest, type NodeResponse, type ParsedBody } from "@greenhook/core/node-http";

/** Options of {@link greenhookPlugin}, beside Fastify's own `prefix`. */
export interface GreenhookPluginOptions {
  /** The handler that `createWebhookHandler` returned. */
  readonly handler: WebhookHandler;
}

/** The member of Fastify's instance that is used. */
export interface FastifyScope {
  /** Registers a route for every method. Its hook responds before a body is parsed, so the route's own handler never runs. */
  all(
    path: string,
    options: { readonly onRequest: (request: { readonly raw: NodeRequest & ParsedBody }, reply: FastifyReply) => Promise<void> },
    handler: () => void,
  ): unknown;
}

/** The members of Fastify's reply that are used. */
export interface FastifyReply {
  /** Node's own response. */
  readonly raw: NodeResponse;
  /** Tells Fastify that the response is sent without it. */
  hijack(): unknown;
}

/**
 * A Fastify plugin that receives deliveries at the `prefix` it is registered with. It reads the body itself: the parsers and the `bodyLimit`
 * of the rest of the server neither apply here nor change. Where middleware (`@fastify/express`, `@fastify/middie`) has read it, it takes what that
 * left at `request.raw`. `onRequest` and `onResponse` hooks run as for any route.
 *
 * @example
 * app.register(greenhookPlugin, { prefix: "/green-api/webhook", handler });
 */
export async function greenhookPlugin(scope: FastifyScope, options: GreenhookPluginOptions): Promise<void> {
  assertWebhookHandler("register the Fastify plugin", options.handler);
  // After this hook Fastify would refuse a Content-Type that it has no parser for.
  const onRequest: Parameters<FastifyScope["all"]>[1]["onRequest"] = async (request, reply) => {
    reply.hijack();
    await sendResponse(request.raw, reply.raw, await options.handler(toWebhookRequest(request.raw, request.raw)));
  };
  scope.all("/", { onRequest }, () => undefined);
}
