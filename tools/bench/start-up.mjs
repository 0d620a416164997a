import { spawnSync } from "node:child_process";
import { median } from "./http.mjs";

const rounds = 15;
const here = new URL(".", import.meta.url);

/** What an import costs, in a process of its own each time: milliseconds and memory, interleaved, medians. */
export function startUp() {
  const what = {
    nothing: [],
    "node:http": ["node:http"],
    "node:http + zod/mini": ["node:http", new URL("../../packages/core/node_modules/zod/mini/index.js", here).href],
    "@greenhook/node": [new URL("../../packages/node/dist/bundled/index.js", here).href],
    "@greenhook/core/api": [new URL("../../packages/core/dist/bundled/api.js", here).href],
    undici: [new URL("../../packages/core/node_modules/undici/index.js", here).href],
    express: [new URL("node_modules/express/index.js", here).href],
    "@octokit/webhooks": [new URL("node_modules/@octokit/webhooks/dist-bundle/index.js", here).href],
  };
  const seen = Object.fromEntries(Object.keys(what).map((name) => [name, { milliseconds: [], megabytes: [] }]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, modules] of Object.entries(what)) {
      const code = `const started = performance.now(); ${modules.map((module) => `await import(${JSON.stringify(module)});`).join(" ")}
        console.log(JSON.stringify({ milliseconds: performance.now() - started, megabytes: process.memoryUsage().rss / 2 ** 20 }));`;
      const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" });
      const { milliseconds, megabytes } = JSON.parse(stdout);
      seen[name].milliseconds.push(milliseconds);
      seen[name].megabytes.push(megabytes);
    }
  }
  return Object.entries(seen).map(([name, { milliseconds, megabytes }]) => ({
    name,
    milliseconds: median(milliseconds),
    megabytes: median(megabytes),
  }));
}

if (process.argv[1] === new URL(import.meta.url).pathname) console.table(startUp());
