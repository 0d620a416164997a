// Delivers notifications that come by IPC once, with a store that processes share, and writes each run to a log that they share too.
import { createWebhookHandler, withoutDuplicates } from "@greenhook/core";
import { openSync, writeSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { numberedText } from "./numbered-text.mjs";
import { connectStore } from "./shared-stores.mjs";

const { kind, location, log, leaseMilliseconds, handlerMilliseconds, fails = false } = JSON.parse(process.argv[2]);
const file = openSync(log, "a");
// A line is appended as a whole.
const write = (what, idMessage) => writeSync(file, `${JSON.stringify({ pid: process.pid, at: Date.now(), what, idMessage })}\n`);

let finish;
const finished = new Promise((resolve) => (finish = resolve));
const { store } = await connectStore(kind, location);
const deliver = withoutDuplicates(
  async (_parsed, { idMessage }) => {
    write("start", idMessage);
    await (handlerMilliseconds === undefined ? finished : pause(handlerMilliseconds));
    write("end", idMessage);
    if (fails) throw new Error("the handler fails");
  },
  { store, leaseMilliseconds },
);
const outcomes = new Map();
const handler = createWebhookHandler({
  token: "secret",
  deliver,
  logger: false,
  onOutcome: ({ idMessage, outcome }) => outcomes.set(idMessage, outcome),
});
process.on("message", (message) => {
  if (message === "finish") finish();
  else void deliverNumber(Number(message));
});
process.send("ready");

async function deliverNumber(number) {
  const value = Buffer.from(numberedText("N", number));
  const { status } = await handler({ method: "POST", authorization: ["Bearer secret"], body: { kind: "read", value } });
  process.send({ number, status, outcome: outcomes.get(`N-${number}`) });
}
