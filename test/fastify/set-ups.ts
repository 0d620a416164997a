import type { WebhookHandler } from "@greenhook/core";
import { greenhookPlugin } from "@greenhook/fastify";
import { fastify, type FastifyInstance } from "fastify";
import type { Serving, SetUp } from "../contract/set-up.ts";

/** Fastify 5, at the root, under a prefix, and next to routes with parsers of their own. */
export const fastifySetUps: readonly SetUp[] = [
  {
    name: "Fastify 5, at the root",
    behindBodyParser: false,
    serve: (handler) => serveFastify(fastify({ forceCloseConnections: true }), handler, "/"),
  },
  {
    name: "Fastify 5, under a prefix",
    behindBodyParser: false,
    serve: (handler) => serveFastify(fastify({ forceCloseConnections: true }), handler, "/green-api/webhook"),
  },
  {
    name: "Fastify 5, in a server with a small bodyLimit and parsers of its own",
    behindBodyParser: false,
    serve: (handler) => {
      const app = fastify({ bodyLimit: 10, forceCloseConnections: true });
      app.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => done(null, body));
      return serveFastify(app, handler, "/green-api/webhook/");
    },
  },
];

export async function serveFastify(app: FastifyInstance, handler: WebhookHandler, prefix: string): Promise<Serving> {
  await app.register(greenhookPlugin, { prefix, handler });
  const address = await app.listen({ port: 0, host: "127.0.0.1" });
  return { url: `${address}${prefix}`, port: Number(new URL(address).port), close: () => app.close() };
}
