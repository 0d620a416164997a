import { createRequire } from "node:module";
import express from "express";

// The vendor's own receiver, set up as its README says. It prints a line for each notification: to stderr, which is thrown away here.
console.log = console.error;
const { webhookAPI } = createRequire(import.meta.url)("@green-api/whatsapp-api-client");
const app = express();
app.use(express.json());
webhookAPI(app, "/").onIncomingMessageText(() => {});
app.listen(0, "127.0.0.1", function listening() {
  process.stdout.write(`${this.address().port}\n`);
});
