import { startWebhookServer, toNodeListener } from "@greenhook/node";
import { serveListener, type SetUp } from "./set-up.ts";

/** node:http, plain and with the server around it. */
export const nodeSetUps: readonly SetUp[] = [
  { name: "toNodeListener()", behindBodyParser: false, serve: (handler) => serveListener(toNodeListener(handler)) },
  {
    name: "startWebhookServer()",
    behindBodyParser: false,
    serve: (handler) => startWebhookServer({ handler, port: 0, host: "127.0.0.1", graceMilliseconds: 0 }),
  },
];
