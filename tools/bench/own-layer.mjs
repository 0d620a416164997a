import { readdirSync, readFileSync } from "node:fs";
import { createDispatcher, createWebhookHandler } from "../../packages/core/dist/bundled/index.js";
import { body, token } from "./message.mjs";
import { median } from "./http.mjs";

const perRound = 20_000;

/** Our own layer without HTTP, beside JSON.parse of the same bytes in the same rounds: µs of both, and the median of the ratios. */
export async function ownLayer(text = body(), { handlers = 1, rounds = 41 } = {}) {
  const bytes = new TextEncoder().encode(text);
  const dispatcher = createDispatcher();
  for (let index = 1; index < handlers; index++) dispatcher.onMessage("imageMessage", () => {});
  const handler = createWebhookHandler({ token, deliver: dispatcher.onAny(() => {}) });
  const authorization = [`Bearer ${token}`];
  const requestBody = { kind: "read", value: bytes };
  const deliver = async () => {
    for (let index = 0; index < perRound; index++) await handler({ method: "POST", authorization, body: requestBody });
  };
  const parse = () => {
    for (let index = 0; index < perRound; index++) JSON.parse(text);
  };
  const { status } = await handler({ method: "POST", authorization, body: { kind: "read", value: bytes } });
  if (status !== 200) throw new Error(`Cannot measure: answered ${status}`);
  for (let warm = 0; warm < 5; warm++) {
    parse();
    await deliver();
  }
  const parsing = [];
  const delivering = [];
  for (let round = 0; round < rounds; round++) {
    parsing.push(await microseconds(parse));
    delivering.push(await microseconds(deliver));
  }
  return { parse: median(parsing), deliver: median(delivering), ratio: median(delivering.map((value, index) => value / parsing[index])) };
}

/** The same for one body of each kind, out of the tests' fixtures. */
export async function ownLayerByKind() {
  const folder = new URL("../../test/fixtures/notifications/", import.meta.url);
  const byKind = new Map();
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".json"))) {
    const notification = JSON.parse(readFileSync(new URL(name, folder), "utf8"));
    const { typeWebhook, messageData } = notification.body ?? notification;
    const kind = messageData?.typeMessage ?? typeWebhook;
    if (!byKind.has(kind)) byKind.set(kind, JSON.stringify(notification));
  }
  const rows = [];
  for (const [kind, text] of byKind) rows.push({ kind, bytes: Buffer.byteLength(text), ...(await ownLayer(text, { rounds: 7 })) });
  return rows;
}

async function microseconds(work) {
  const started = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - started) / perRound / 1000;
}

if (process.argv[1] === new URL(import.meta.url).pathname) console.log(await ownLayer());
