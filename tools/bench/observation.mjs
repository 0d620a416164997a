// What it costs that deliveries can be observed: the same build beside one whose channels and logs are stubs.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { median } from "./http.mjs";
import { body, token } from "./message.mjs";

const core = fileURLToPath(new URL("../../packages/core/dist/", import.meta.url));
const perRound = 5_000;

/** Processor time of a delivery in µs, through a webhook handler and a dispatcher, without HTTP: with stubs, as it is, and with OpenTelemetry. */
export async function observation({ rounds = 41 } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "greenhook-bench-"));
  try {
    const [stubbed, real] = [await delivering(folder, "stubbed", true), await delivering(folder, "real", false)];
    for (let warm = 0; warm < 5; warm++) for (const work of [stubbed, real]) await work();
    const pairs = [];
    // Each goes first in every other round.
    for (let round = 0; round < rounds; round++) {
      const order = round % 2 === 0 ? [stubbed, real] : [real, stubbed];
      const [first, second] = [await microseconds(order[0]), await microseconds(order[1])];
      pairs.push(round % 2 === 0 ? [first, second] : [second, first]);
    }
    // Afterwards: code that has seen a subscriber is compiled in another way.
    const stop = await observed();
    for (let warm = 0; warm < 3; warm++) await real();
    const watched = [];
    for (let round = 0; round < Math.ceil(rounds / 4); round++) watched.push(await microseconds(real));
    stop();
    return {
      stubbed: median(pairs.map(([without]) => without)),
      nobody: median(pairs.map(([, withChannels]) => withChannels)),
      overhead: median(pairs.map(([without, withChannels]) => withChannels - without)),
      openTelemetry: median(watched),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A function that delivers `perRound` times, through a build of the core of its own. */
async function delivering(folder, name, isStubbed) {
  const outfile = join(folder, `${name}.mjs`);
  const stub = {
    name: "stubs",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^#traced$|\/logging\/logger\.js$/ }, ({ path }) => ({ path, namespace: "stub" }));
      onLoad({ filter: /.*/, namespace: "stub" }, () => ({
        contents: "export const traced = (name, toMessage, run) => run(); export const lineWriter = () => undefined;",
      }));
    },
  };
  await build({
    entryPoints: [`${core}index.js`],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    plugins: isStubbed ? [stub] : [],
    logLevel: "error",
  });
  const { createDispatcher, createWebhookHandler } = await import(pathToFileURL(outfile).href);
  const handler = createWebhookHandler({ token, deliver: createDispatcher().onAny(() => {}) });
  const request = { method: "POST", authorization: [`Bearer ${token}`], body: { kind: "read", value: new TextEncoder().encode(body()) } };
  const { status } = await handler({ ...request });
  if (status !== 200) throw new Error(`Cannot measure: answered ${status}`);
  return async () => {
    for (let index = 0; index < perRound; index++) await handler({ ...request });
  };
}

/** Spans in batches to an exporter that drops them, and metrics, as in production. */
async function observed() {
  const { observeGreenhook } = await import("../../packages/opentelemetry/dist/index.js");
  const { MeterProvider } = await import("@opentelemetry/sdk-metrics");
  const { BasicTracerProvider, BatchSpanProcessor } = await import("@opentelemetry/sdk-trace-base");
  const { context } = await import("@opentelemetry/api");
  const { AsyncLocalStorageContextManager } = await import("@opentelemetry/context-async-hooks");
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  const exporter = { export: (spans, done) => done({ code: 0 }), shutdown: () => Promise.resolve() };
  const tracerProvider = new BasicTracerProvider({ spanProcessors: [new BatchSpanProcessor(exporter)] });
  const stop = observeGreenhook({ tracerProvider, meterProvider: new MeterProvider() });
  return () => {
    stop();
    context.disable();
    void tracerProvider.shutdown();
  };
}

async function microseconds(work) {
  const started = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / perRound;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(await observation());
