import { createRequire } from "node:module";
import express from "express";
import { token } from "../message.mjs";

// The vendor's integration kit: guard and adapter, set up as its README says. Its log lines go to stderr, which is thrown away here.
process.stdout.write = new Proxy(process.stdout.write, {
  apply: (write, stdout, [text, ...rest]) => (/^\d+\n$/.test(text) ? write.call(stdout, text, ...rest) : process.stderr.write(text)),
});
const { BaseAdapter, BaseGreenApiAuthGuard, MessageTransformer } = createRequire(import.meta.url)("@green-api/greenapi-integration");
const instance = { idInstance: 1101000001, apiTokenInstance: "x", settings: { webhookUrlToken: token } };
const storage = { getInstance: async () => instance, findUser: async () => null };
class Transformer extends MessageTransformer {
  toPlatformMessage(webhook) {
    return webhook;
  }
}
class Adapter extends BaseAdapter {
  async createPlatformClient() {
    return {};
  }
  async sendToPlatform() {}
}
class Guard extends BaseGreenApiAuthGuard {}
const guard = new Guard(storage);
const adapter = new Adapter(new Transformer(), storage);
const app = express();
app.use(express.json());
app.post("/", async (request, response) => {
  try {
    await guard.validateRequest(request);
    await adapter.handleGreenApiWebhook(request.body, ["incomingMessageReceived"]);
    response.sendStatus(200);
  } catch (error) {
    response.status(500).send(String(error));
  }
});
app.listen(0, "127.0.0.1", function listening() {
  process.stdout.write(`${this.address().port}\n`);
});
