// A server whose memory a test asks for: by the most it ever had, since what was freed again was needed too.
import { createWebhookHandler } from "@greenhook/core";
import { startWebhookServer } from "@greenhook/node";

const megabytes = () => process.resourceUsage().maxRSS / 1024;
const handler = createWebhookHandler({ token: "secret", deliver: () => undefined });
const { port } = await startWebhookServer({ handler, port: 0, host: "127.0.0.1" });
// Warm: what the first delivery loads is no part of the second one's cost.
const body = '{"typeWebhook":"somethingNew"}';
await fetch(`http://127.0.0.1:${port}/green-api/webhook/`, { method: "POST", headers: { authorization: "Bearer secret" }, body });
process.on("message", () => process.send({ megabytes: megabytes() }));
process.send({ port, megabytes: megabytes() });
