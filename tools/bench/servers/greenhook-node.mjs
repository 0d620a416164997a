import { createServer } from "node:http";
import { toNodeListener } from "../../../packages/node/dist/bundled/index.js";
import { handler } from "./greenhook.mjs";

createServer(toNodeListener(handler())).listen(0, "127.0.0.1", function listening() {
  console.log(this.address().port);
});
