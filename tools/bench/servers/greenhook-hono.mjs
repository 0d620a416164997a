import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { toFetchHandler } from "../../../packages/fetch/dist/index.js";
import { handler } from "./greenhook.mjs";

const receive = toFetchHandler(handler());
const app = new Hono().all("/", (context) => receive(context.req.raw));
serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => console.log(port));
