import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const packages = new URL("../../../packages/", import.meta.url);
const rounds = 15;

/** How long `@greenhook/node` takes to load, in times of what `node:http` and `zod/mini` take: the median of interleaved runs, since machines are busy. */
export function importRatio(): number {
  const limit = ["node:http", new URL("core/node_modules/zod/mini/index.js", packages).href];
  const ours = [new URL("node/dist/bundled/index.js", packages).href];
  const ratios = Array.from({ length: rounds }, () => importMilliseconds(ours) / importMilliseconds(limit));
  return ratios.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? NaN;
}

/** In a process of its own, in which nothing was loaded yet. */
function importMilliseconds(modules: readonly string[]): number {
  const imports = modules.map((module) => `await import(${JSON.stringify(module)});`).join("\n");
  const code = `const started = performance.now();\n${imports}\nconsole.log(performance.now() - started);`;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
    cwd: fileURLToPath(packages),
    encoding: "utf8",
  });
  return Number(stdout);
}
