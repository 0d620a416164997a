// After the compiler: bundles what users load. A hundred small files are good to read, but each costs a third of a millisecond to load, and cold
// starts are paid by each function that starts.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const packages = fileURLToPath(new URL("../packages/", import.meta.url));
const all = readdirSync(packages).map((name) => {
  const folder = `${packages}${name}/`;
  return [folder, JSON.parse(readFileSync(`${folder}package.json`, "utf8"))];
});
for (const each of all) await bundleModules(...each);
for (const each of all) await bundleCommonJs(...each);

/** The ES modules of core and node, into dist/bundled: whatever `exports` and `imports` name there. */
async function bundleModules(folder, { exports, imports = {} }) {
  const entries = [...JSON.stringify([exports, imports]).matchAll(/"\.\/dist\/bundled\/([^"]+\.js)"/g)].map(
    ([, file]) => `${folder}dist/${file}`,
  );
  if (entries.length === 0) return;
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

/**
 * CommonJS for what knows nothing else, such as Jest, into dist/commonjs: one file with all modules, which run when an entry first needs them;
 * for each entry that `exports` names there a file that takes its exports out; and declarations, which lead to those of the ES modules, so
 * that the types are the same ones.
 */
async function bundleCommonJs(folder, { exports, imports = {} }) {
  const entries = Object.values(exports).flatMap(({ require }) => /^\.\/dist\/commonjs\/(.+)\.cjs$/.exec(require)?.[1] ?? []);
  if (entries.length === 0) return;
  const out = `${folder}dist/commonjs/`;
  rmSync(out, { recursive: true, force: true });
  await build({
    stdin: {
      contents: entries.map((entry) => `exports[${JSON.stringify(entry)}] = () => require("./dist/${entry}.js");`).join("\n"),
      resolveDir: folder,
    },
    outfile: `${out}modules.cjs`,
    bundle: true,
    packages: "external",
    // Node's variants: other runtimes have no need of CommonJS.
    alias: Object.fromEntries(
      Object.entries(imports).map(([from, target]) => [from, `${folder}${(target.node ?? target.default).replace("/bundled/", "/")}`]),
    ),
    format: "cjs",
    platform: "node",
    target: "node20",
    // Jest can't import() without a flag.
    supported: { "dynamic-import": false },
    plugins: [placesOf(out)],
    logLevel: "warning",
  });
  for (const entry of entries) {
    writeFileSync(`${out}${entry}.cjs`, `module.exports = require("./modules.cjs")[${JSON.stringify(entry)}]();\n`);
    writeFileSync(`${out}${entry}.d.cts`, await declarations(`${folder}dist/${entry}`));
  }
}

/** A module knows its place, for files beside it: that of the ES module, from where the CommonJS is. */
function placesOf(out) {
  const load = ({ path }) => {
    const contents = readFileSync(path, "utf8");
    if (!contents.includes("import.meta.")) return undefined;
    const place = `require("node:path").join(__dirname, ${JSON.stringify(relative(out, path))})`;
    return {
      contents: contents
        .replaceAll("import.meta.url", `require("node:url").pathToFileURL(${place}).href`)
        .replaceAll("import.meta.dirname", `require("node:path").dirname(${place})`),
    };
  };
  return { name: "places", setup: (build) => build.onLoad({ filter: /\.js$/ }, load) };
}

/** CommonJS TypeScript may import an ES module's types alone (TS1479), so each value is declared once more, by its type. */
async function declarations(entry) {
  const values = await import(pathToFileURL(`${entry}.js`));
  const from = `"../${entry.slice(entry.lastIndexOf("/") + 1)}.js" with { "resolution-mode": "import" };`;
  const lines = Object.keys(values).flatMap((name) => [
    `export declare const ${name}: typeof modules.${name};`,
    ...(isClass(values[name]) ? [`export type ${name} = modules.${name};`] : []),
  ]);
  return [`import type * as modules from ${from}`, `export type * from ${from}`, ...lines, ""].join("\n");
}

function isClass(value) {
  return typeof value === "function" && value.toString().startsWith("class ");
}
