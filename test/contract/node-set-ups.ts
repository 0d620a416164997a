import { startWebhookServer, toNodeListener } from "@greenhook/node";
import express from "express";
import { serveListener, type SetUp } from "./set-up.ts";

/** node:http, plain, with the server around it, and with a body parser in front. */
export const nodeSetUps: readonly SetUp[] = [
  { name: "toNodeListener()", behindBodyParser: false, serve: (handler) => serveListener(toNodeListener(handler)) },
  {
    name: "startWebhookServer()",
    behindBodyParser: false,
    serve: (handler) => startWebhookServer({ handler, port: 0, host: "127.0.0.1", graceMilliseconds: 0 }),
  },
  {
    name: "toNodeListener(), after a body parser",
    behindBodyParser: true,
    serve: (handler) => {
      const parse = express.json();
      const listener = toNodeListener(handler);
      return serveListener((request, response) =>
        parse(request, response, (error?: unknown) => {
          if (error === undefined) return void listener(request, response);
          response.writeHead((error as { status: number }).status).end();
        }),
      );
    },
  },
];
