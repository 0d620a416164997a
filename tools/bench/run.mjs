// npm run bench: everything that the README claims about speed and size, in one run. Tables on standard output, all figures in bench.json.
import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
if (!existsSync(`${here}node_modules/autocannon`)) {
  console.log("Installing the peers into tools/bench (once) …");
  const options = ["install", "--no-audit", "--no-fund", "--package-lock=false", "--ignore-scripts", "--silent"];
  const { status, stderr } = spawnSync("npm", options, { cwd: here, encoding: "utf8", shell: process.platform === "win32" });
  if (status !== 0) throw new Error(`Cannot install the peers: ${stderr}`);
}
const { canStart, load, median, startServer } = await import("./http.mjs");
const { ownLayer, ownLayerByKind } = await import("./own-layer.mjs");
const { observation } = await import("./observation.mjs");
const { startUp } = await import("./start-up.mjs");
const { bundleSizes } = await import("./bundle-size.mjs");
const { inbox } = await import("./inbox.mjs");

const quick = process.argv.includes("--quick");
const rounds = quick ? 2 : 5;
const seconds = quick ? 1 : 2;
const figures = { node: process.version, processor: cpus()[0].model, cores: cpus().length, date: new Date().toISOString() };

const servers = {
  raw: "raw node:http + JSON.parse (the limit)",
  "raw-answering": "raw node:http + JSON.parse, answering the same bytes",
  "greenhook-node": "Greenhook on Node (toNodeListener)",
  "greenhook-server": "Greenhook on Node (startWebhookServer)",
  express: "Express 5: express.json() and a switch",
  "greenhook-express": "Greenhook on Express 5",
  koa: "Koa 3: koa-bodyparser and a switch",
  "greenhook-koa": "Greenhook on Koa 3",
  fastify: "Fastify 5 and a switch",
  "greenhook-fastify": "Greenhook on Fastify 5",
  hono: "Hono on Node and a switch",
  "greenhook-hono": "Greenhook in Hono on Node",
  bun: "Bun.serve and a switch",
  "greenhook-bun": "Greenhook on Bun",
  "whatsapp-api-client": "@green-api/whatsapp-api-client webhookAPI",
  "greenapi-integration": "@green-api/greenapi-integration guard + adapter",
  octokit: "@octokit/webhooks on Node",
};

console.log(`\n${figures.node}, ${figures.cores} × ${figures.processor}\n`);

console.log(`## One text notification of 0.4 kB, 32 connections, ${rounds} interleaved rounds of ${seconds} s\n`);
const running = {};
const names = Object.keys(servers).filter(canStart);
for (const name of names) running[name] = await startServer(name);
for (const server of Object.values(running)) await load(server, { seconds: 1 });
const samples = Object.fromEntries(names.map((name) => [name, []]));
for (let round = 0; round < rounds; round++) {
  for (const [name, server] of Object.entries(running)) samples[name].push(await load(server, { seconds }));
}
for (const server of Object.values(running)) server.stop();
figures.servers = Object.entries(samples).map(([name, runs]) => {
  const microseconds = runs.map((run) => run.microseconds);
  return {
    server: servers[name],
    name,
    microseconds: median(microseconds),
    least: Math.min(...microseconds),
    most: Math.max(...microseconds),
    timesRaw: median(microseconds.map((value, round) => value / samples.raw[round].microseconds)),
    perSecond: median(runs.map((run) => run.perSecond)),
    p99: median(runs.map((run) => run.p99)),
    megabytes: Math.max(...runs.map((run) => run.megabytes)),
    refused: runs.reduce((sum, run) => sum + run.refused + run.errors, 0),
  };
});
table(
  ["server", "CPU µs/request", "least–most", "× raw", "requests/s", "p99 ms", "RSS MB", "not 200"],
  figures.servers.map((row) => [
    row.server,
    row.microseconds.toFixed(1),
    `${row.least.toFixed(0)}–${row.most.toFixed(0)}`,
    row.timesRaw.toFixed(2),
    row.perSecond.toFixed(0),
    row.p99,
    row.megabytes.toFixed(0),
    row.refused,
  ]),
);
const ratio = (a, b) => median(samples[a].map((run, round) => run.microseconds / samples[b][round].microseconds));
figures.ratios = {
  node: ratio("greenhook-node", "raw"),
  nodeToAnswering: ratio("greenhook-node", "raw-answering"),
  server: ratio("greenhook-server", "raw"),
  express: ratio("greenhook-express", "express"),
  koa: ratio("greenhook-koa", "koa"),
  fastify: ratio("greenhook-fastify", "fastify"),
  hono: ratio("greenhook-hono", "hono"),
  ...(canStart("bun") ? { bun: ratio("greenhook-bun", "bun") } : undefined),
};
console.log(
  `\nMedians of the rounds' ratios: on Node ${figures.ratios.node.toFixed(2)} × raw (goal 1.25), ${figures.ratios.nodeToAnswering.toFixed(2)} × raw that answers as we do; on Express ${figures.ratios.express.toFixed(2)} × by hand (goal 0.9); on Koa ${figures.ratios.koa.toFixed(2)} ×; on Fastify ${figures.ratios.fastify.toFixed(2)} ×; in Hono ${figures.ratios.hono.toFixed(2)} × (goal 1.25); on Bun ${figures.ratios.bun?.toFixed(2) ?? "not measured,"} × (goal 1.2)\n`,
);

console.log("## Our own layer, without HTTP: decode, authenticate, parse, validate, dispatch, deadline\n");
figures.ownLayer = await ownLayer();
console.log(
  `0.4 kB text: ${figures.ownLayer.deliver.toFixed(2)} µs, JSON.parse of it ${figures.ownLayer.parse.toFixed(2)} µs, ratio ${figures.ownLayer.ratio.toFixed(2)} (goal 3)\n`,
);
if (!quick) {
  figures.byKind = await ownLayerByKind();
  table(
    ["kind", "bytes", "JSON.parse µs", "own layer µs", "ratio"],
    figures.byKind.map((row) => [row.kind, row.bytes, row.parse.toFixed(2), row.deliver.toFixed(2), row.ratio.toFixed(2)]),
  );
}

console.log("\n## The durable inbox: notifications of 0.4 kB through the webhook handler, without HTTP\n");
figures.inbox = inbox({ rounds: quick ? 1 : 3, seconds });
if (figures.inbox === undefined) console.log("Not measured: it needs Node 22.13, which the first npm test brings to tools/node22");
else {
  const { flushes, rows, endToEnd } = figures.inbox;
  table(
    ["connections", "puts/s", "× raw flushes", "p50 ms", "p99 ms", "CPU µs/put", "loop blocked p99.9 ms"],
    rows.map((row) => [
      row.connections,
      row.perSecond.toFixed(0),
      row.timesFlushes.toFixed(1),
      row.p50.toFixed(1),
      row.p99.toFixed(1),
      row.microseconds.toFixed(0),
      row.blocked.toFixed(1),
    ]),
  );
  console.log(
    `\n${flushes.toFixed(0)} raw flushes (write and fdatasync of 1 kB) a second in the same rounds. End to end, from one instance at its full pace with handlers of 300 ms: ${endToEnd.perSecond.toFixed(1)} a second, acknowledged after ${endToEnd.p50} ms in the median and ${endToEnd.p99} ms at p99, ${endToEnd.refused} refused\n`,
  );
}

console.log("\n## What it costs that deliveries can be observed\n");
figures.observation = await observation(quick ? { rounds: 9 } : {});
{
  const { stubbed, nobody, overhead, openTelemetry } = figures.observation;
  const request = figures.servers.find(({ name }) => name === "greenhook-node").microseconds;
  table(
    ["a delivery without HTTP", "CPU µs", "of a request on Node"],
    [
      ["channels and logs are stubs", stubbed.toFixed(2), ""],
      ["as it is, nobody subscribed", nobody.toFixed(2), `${((100 * overhead) / request).toFixed(1)} % more (goal 2 %)`],
      [
        "with OpenTelemetry: spans and metrics",
        openTelemetry.toFixed(2),
        `${((100 * (openTelemetry - stubbed)) / request).toFixed(0)} % more`,
      ],
    ],
  );
}

console.log("\n## Start-up\n");
figures.startUp = startUp();
table(
  ["import", "ms", "RSS MB"],
  figures.startUp.map((row) => [row.name, row.milliseconds.toFixed(1), row.megabytes.toFixed(1)]),
);

console.log("\n## Bundle for Workers (esbuild, minified)\n");
figures.bundles = await bundleSizes();
table(
  ["bundle", "kB", "gzip kB"],
  figures.bundles.map((row) => [row.name, (row.bytes / 1000).toFixed(1), (row.gzip / 1000).toFixed(1)]),
);

figures.connections = await sweep("connections", [1, 10, 100, 1000], (connections) => [{}, { connections }]);
figures.bodies = await sweep("body bytes", [400, 10_000, 100_000, 900_000], (size) => [{}, { size }]);
figures.handlers = await sweep("registered handlers", [1, 10, 50, 200], (handlers) => [{ HANDLERS: String(handlers) }, {}]);

writeFileSync("bench.json", JSON.stringify(figures, undefined, 2));
console.log("\nAll figures: bench.json");

/** CPU per request of Greenhook on Node, beside raw, while one thing grows. */
async function sweep(what, values, settings) {
  console.log(`\n## ${what}: Greenhook on Node\n`);
  const rows = [];
  for (const value of values) {
    const [env, options] = settings(value);
    const [ours, raw] = [await startServer("greenhook-node", env), await startServer("raw")];
    for (const server of [ours, raw]) await load(server, { seconds: 1, ...options });
    const runs = [];
    for (let round = 0; round < (quick ? 1 : 3); round++)
      runs.push([await load(ours, { seconds: 1, ...options }), await load(raw, { seconds: 1, ...options })]);
    ours.stop();
    raw.stop();
    rows.push({
      value,
      microseconds: median(runs.map(([run]) => run.microseconds)),
      timesRaw: median(runs.map(([run, other]) => run.microseconds / other.microseconds)),
      p99: median(runs.map(([run]) => run.p99)),
    });
  }
  table(
    [what, "CPU µs/request", "× raw", "p99 ms"],
    rows.map((row) => [row.value, row.microseconds.toFixed(1), row.timesRaw.toFixed(2), row.p99]),
  );
  return rows;
}

function table(head, rows) {
  const widths = head.map((cell, column) => Math.max(...[head, ...rows].map((row) => String(row[column]).length)));
  const line = (cells) =>
    `| ${cells.map((cell, column) => (column === 0 ? String(cell).padEnd(widths[0]) : String(cell).padStart(widths[column]))).join(" | ")} |`;
  console.log([line(head), `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`, ...rows.map(line)].join("\n"));
}
