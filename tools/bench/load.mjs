import autocannon from "autocannon";
import { body, headers } from "./message.mjs";

// Loads one server for a while: node load.mjs <port> <connections> <seconds> <body bytes>. Prints what it saw as JSON.
const [port, connections, duration, size] = process.argv.slice(2).map(Number);
const text = body(size);
const result = await autocannon({
  url: `http://127.0.0.1:${port}/`,
  connections,
  duration,
  method: "POST",
  headers: headers(text),
  body: text,
});
const { statusCodeStats, latency, errors } = result;
const total = Object.values(statusCodeStats).reduce((sum, { count }) => sum + count, 0);
console.log(JSON.stringify({ total, ok: statusCodeStats["200"]?.count ?? 0, errors, p50: latency.p50, p99: latency.p99 }));
