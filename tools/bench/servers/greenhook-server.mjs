import { startWebhookServer } from "../../../packages/node/dist/bundled/index.js";
import { handler } from "./greenhook.mjs";

const server = await startWebhookServer({ port: 0, host: "127.0.0.1", path: "/", handler: handler() });
console.log(server.port);
