import { createServer } from "node:http";
import { createNodeMiddleware, Webhooks } from "@octokit/webhooks";
import { token } from "../message.mjs";

const webhooks = new Webhooks({ secret: token });
webhooks.on("ping", () => {});
createServer(createNodeMiddleware(webhooks, { path: "/" })).listen(0, "127.0.0.1", function listening() {
  console.log(this.address().port);
});
