import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import configuration from "./vitest.config.ts";

const packages = fileURLToPath(new URL("packages/", import.meta.url));
const aliases = readdirSync(packages).flatMap((folder) => {
  const { name, exports, imports } = JSON.parse(readFileSync(`${packages}${folder}/package.json`, "utf8"));
  const names = [...targetsOf(exports, (path) => path.replace(/^\./, name)), ...targetsOf(imports, (path) => path)];
  return names.map(([find, file]) => ({ find: new RegExp(`^${find}$`), replacement: `${packages}${folder}/src/${file}` }));
});

// `npm test -- FOLDER`: the packages' names, and the few imports of files in dist, lead to the sources. Nothing has to be built.
export default defineConfig({
  ...configuration,
  resolve: {
    alias: [...aliases, { find: /^[./]+\/packages\/([^/]+)\/dist\/(?:bundled\/)?(.+)\.js$/, replacement: `${packages}$1/src/$2.ts` }],
  },
});

/** Each name of a package's `exports` or `imports` that is code on Node, with its file in `src`. */
function targetsOf(entries: Record<string, Target> = {}, toName: (path: string) => string): [string, string][] {
  return Object.entries(entries).flatMap(([path, target]) => {
    const file = onNode(target)?.match(/^\.\/dist\/(?:bundled\/)?(.+)\.js$/)?.[1];
    return file === undefined ? [] : [[toName(path), `${file}.ts`]];
  });
}

type Target = string | { readonly [condition: string]: Target };

/** What Node's conditions choose. */
function onNode(target: Target): string | undefined {
  if (typeof target === "string") return target;
  const chosen = target["node"] ?? target["import"] ?? target["default"];
  return chosen === undefined ? undefined : onNode(chosen);
}
