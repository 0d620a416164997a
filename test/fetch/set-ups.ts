import { createServer } from "node:http";
import { toFetchHandler } from "@greenhook/fetch";
import { createAdaptorServer, getRequestListener, type HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { serveListener, serveServer, type SetUp } from "../contract/set-up.ts";

const remoteAddress = (_request: Request, ...[server]: unknown[]): string | undefined =>
  (server as HttpBindings).incoming.socket.remoteAddress;

/** Where fetch's requests are served on Node. Other runtimes are in test/runtimes. */
export const fetchSetUps: readonly SetUp[] = [
  {
    name: "Fetch on @hono/node-server",
    behindBodyParser: false,
    serve: (handler) => serveListener(getRequestListener(toFetchHandler(handler, { remoteAddress }))),
  },
  {
    name: "Fetch in Hono",
    behindBodyParser: false,
    serve: (handler) => {
      const receive = toFetchHandler(handler);
      const app = new Hono().all("/green-api/webhook", (context) => receive(context.req.raw));
      return serveServer(createAdaptorServer({ fetch: app.fetch, createServer }) as ReturnType<typeof createServer>, "/green-api/webhook");
    },
  },
];
