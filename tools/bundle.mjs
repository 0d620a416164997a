// After the compiler: bundles the entry points of core and node into dist/bundled, which is what users load. A hundred small files are good
// to read, but each costs a third of a millisecond to load, and cold starts are paid by each function that starts.
import { readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

for (const name of ["core", "node"]) {
  const folder = fileURLToPath(new URL(`../packages/${name}/`, import.meta.url));
  const { exports, imports = {} } = JSON.parse(readFileSync(`${folder}package.json`, "utf8"));
  const entries = [...JSON.stringify([exports, imports]).matchAll(/"\.\/dist\/bundled\/([^"]+\.js)"/g)].map(
    ([, file]) => `${folder}dist/${file}`,
  );
  rmSync(`${folder}dist/bundled`, { recursive: true, force: true });
  await build({
    entryPoints: [...new Set(entries)],
    outdir: `${folder}dist/bundled`,
    outbase: `${folder}dist`,
    // Code that two entries share stays one module, with one state and one set of classes.
    splitting: true,
    chunkNames: "chunks/[name]-[hash]",
    bundle: true,
    packages: "external",
    external: Object.keys(imports),
    format: "esm",
    platform: "neutral",
    target: "es2022",
    // Down to the TypeScript, which is packed too.
    sourcemap: true,
    sourcesContent: false,
    logLevel: "warning",
  });
}
