import fastify from "fastify";
import { greenhookPlugin } from "../../../packages/fastify/dist/index.js";
import { handler } from "./greenhook.mjs";

const app = fastify();
await app.register(greenhookPlugin, { handler: handler(), path: "/" });
await app.listen({ port: 0, host: "127.0.0.1" });
console.log(app.server.address().port);
