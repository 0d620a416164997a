import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { startProgram, type Program } from "./start-program.ts";

/** A runtime at hand, and how it serves the packed packages. */
export interface Runtime {
  readonly name: string;
  /** The file that `npm run test:runtimes` installs where there is one for this machine. */
  readonly executable: string;
  /** Whether it closes the connection under a client that is still sending what nobody wants to read. */
  readonly closesEarly?: boolean;
  readonly start: (packed: string) => Promise<Program>;
}

const installed = fileURLToPath(new URL("../../tools/runtimes/node_modules/", import.meta.url));

const nodes = ["20", "22", "24", "26"].map((version): Runtime => {
  const executable = join(installed, `node${version}/bin/node`);
  return { name: `Node ${version}`, executable, start: (packed) => startProgram(executable, ["serve-node.mjs"], packed) };
});

const bun = join(installed, "@oven/bun-linux-x64/bin/bun");
const deno = join(installed, "@deno/linux-x64-glibc/deno");
const workerd = join(installed, "@cloudflare/workerd-linux-64/bin/workerd");
const edgeRuntime = join(installed, "edge-runtime/package.json");

/** The executables of those that aren't Node. */
export const executables = { bun, deno, workerd };

/** All of them, at hand or not. */
export const runtimes: readonly Runtime[] = [
  ...nodes,
  { name: "Bun", executable: bun, closesEarly: true, start: (packed) => startProgram(bun, ["serve-bun.mjs"], packed) },
  {
    name: "Deno",
    executable: deno,
    start: (packed) =>
      startProgram(deno, ["run", "--no-prompt", "--cached-only", "--allow-net", "--allow-read", "--allow-env", "serve-deno.mjs"], packed),
  },
  {
    name: "workerd",
    closesEarly: true,
    executable: workerd,
    start: async (packed) => {
      await bundleForWorkers(packed, "worker.mjs");
      return startProgram(workerd, ["serve", "worker.capnp", "--control-fd=1"], packed);
    },
  },
  {
    name: "edge-runtime",
    executable: edgeRuntime,
    start: async (packed) => {
      await bundle(packed, "edge.mjs", "edge.bundle.js", { format: "iife", conditions: ["edge-light"] });
      return startProgram(process.execPath, ["serve-edge.mjs", edgeRuntime], packed);
    },
  },
];

/** Those that are installed: on other systems than x64 Linux, npm leaves them out. */
export const runtimesAtHand: readonly Runtime[] = runtimes.filter(({ executable }) => existsSync(executable));

/** Makes `worker.bundle.mjs` as Workers' tools make it. */
export function bundleForWorkers(folder: string, entry: string): Promise<void> {
  return bundle(folder, entry, "worker.bundle.mjs", { format: "esm", conditions: ["workerd", "worker"], external: ["cloudflare:*"] });
}

async function bundle(
  folder: string,
  from: string,
  to: string,
  options: { format: "esm" | "iife"; conditions: string[]; external?: string[] },
): Promise<void> {
  await build({
    absWorkingDir: folder,
    entryPoints: [from],
    outfile: join(folder, to),
    bundle: true,
    platform: "browser",
    target: "es2022",
    logLevel: "error",
    ...options,
  });
}
