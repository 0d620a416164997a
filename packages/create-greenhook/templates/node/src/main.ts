import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { createWebhookHandler } from "@greenhook/core";
import { createInbox } from "@greenhook/inbox";
import { quarantineToDirectory, startWebhookServer } from "@greenhook/node";
import { createHandlers } from "./handlers.ts";
import { reply } from "./reply.ts";

const { WEBHOOK_TOKEN: token, PORT: port = "3000", DATA_FOLDER: folder = "data" } = process.env;
mkdirSync(folder, { recursive: true });

const inbox = createInbox({ path: join(folder, "inbox.db") });
const handler = createWebhookHandler({
  token,
  quarantine: quarantineToDirectory(join(folder, "refused")),
  deliver: inbox, // 200 once it is on disk
});
await inbox.work(createHandlers(reply));
const server = await startWebhookServer({ port: Number(port), handler });
console.log(`Listening on ${server.url}`);

async function stop(): Promise<void> {
  await server.close(); // deliveries in flight get their responses
  await inbox.close(); // handlers in flight finish; what isn't done by then runs after the next start
  console.log("Stopped");
}

let isStopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    void stop();
  });
}
