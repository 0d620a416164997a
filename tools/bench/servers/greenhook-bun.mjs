import { toFetchHandler } from "../../../packages/fetch/dist/index.js";
import { handler } from "./greenhook.mjs";

console.log(Bun.serve({ port: 0, hostname: "127.0.0.1", fetch: toFetchHandler(handler()) }).port);
