// Stores notifications, 16 at a time, and writes a number to standard output, a file, once its notification is acknowledged: until it is killed.
import { parseNotification } from "@greenhook/core";
import { createInbox } from "@greenhook/inbox";
import { writeSync } from "node:fs";
import { numberedText } from "./numbered-text.mjs";

const [path, prefix, total = "Infinity"] = process.argv.slice(2);
const inbox = createInbox({ path });
const { signal } = new AbortController();
let next = 0;

async function store() {
  while (next < Number(total)) {
    const number = next++;
    const rawText = numberedText(prefix, number);
    const context = { id: `${number}`, signal, receivedAt: new Date(), rawText, source: "webhook", origin: "webhook" };
    await inbox.deliver(parseNotification(JSON.parse(rawText)), context);
    // At once, and not through a buffer that a kill would take.
    writeSync(1, `${number}\n`);
  }
}

await Promise.all(Array.from({ length: Number(process.env.CONNECTIONS ?? 16) }, store));
await inbox.close();
