import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";

// Module hooks: the packages' names and dist lead to the sources, "vitest" to the stand-in. A module is loaded again for each generation, which its
// URL's query says: that is how a mutant in code that runs at import is tested.

let root;
let standIn;
const compiled = new Map();

export function initialize(data) {
  ({ root, standIn } = data);
}

export async function resolve(specifier, context, next) {
  if (specifier === "vitest" && context.parentURL?.startsWith(root)) return { url: standIn, shortCircuit: true };
  const resolved = await next(specifier, context);
  if (resolved.url.includes("/node_modules/")) return resolved;
  const url = resolved.url.replace(/^.*\/packages\/([^/]+)\/dist\/(?:bundled\/)?(.+)\.js$/, `${root}packages/$1/src/$2.ts`);
  const generation = context.parentURL === undefined ? "" : new URL(context.parentURL).search;
  return { ...resolved, url: url.startsWith(root) && !url.includes("?") ? `${url}${generation}` : url };
}

export async function load(url, context, next) {
  const { pathname } = new URL(url);
  if (!url.startsWith(root) || !pathname.endsWith(".ts")) return next(url, context);
  if (!compiled.has(pathname)) {
    const text = readFileSync(fileURLToPath(url.replace(/\?.*/, "")), "utf8");
    compiled.set(pathname, transformSync(text, { loader: "ts", format: "esm", target: "node20", sourcefile: pathname }).code);
  }
  return { format: "module", source: compiled.get(pathname), shortCircuit: true };
}
