import { isBuiltin } from "node:module";
import { expect, describe, test } from "vitest";
import { cycleIn, importsIn, readImportGraph, type ImportGraph } from "./import-graph.ts";
import { publishedPackages } from "./published-packages.ts";

/** Which packages of ours each may import; what isn't listed sees the core alone. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  core: [],
  "inbox-postgres": ["core", "inbox"],
  inspector: ["core", "node"],
  emulator: ["core", "node"],
  cli: publishedPackages.map(({ folder }) => folder),
};

/** The core's folders, each of which imports only from those before it. The files directly in `src`, its entry points, may import all. */
const downwards = [
  "runtime",
  "logging",
  "schema",
  "bytes",
  "messages",
  "notifications",
  "schemas",
  "readers",
  "receiving",
  "webhook",
  "contract",
  "node-http",
  "dispatcher",
  "api/methods",
  "api/call",
  "replying",
  "polling",
  "settings",
  "reconcile",
];

const graphs = publishedPackages.map((each) => ({ ...each, graph: readImportGraph(each) }));

describe.each(graphs)("the files of $name", ({ folder, manifest, graph }) => {
  test("import each other in one direction, types included", () => {
    expect(cycleIn(graph)?.join(" → ")).toBeUndefined();
  });

  test("import files that there are, built-in modules and dependencies", () => {
    const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
    // The Node at hand may be older than the inbox's, and not have SQLite.
    const known = (name: string) => graph.has(name) || isBuiltin(name) || name === "node:sqlite" || dependencies.includes(name);
    expect(arrowsOf(graph).filter(([, to]) => !known(to) && !dependencies.some((name) => to.startsWith(`${name}/`)))).toEqual([]);
  });

  test("import no package of ours but those below", () => {
    const allowed = (mayImport[folder] ?? ["core"]).map((each) => `@greenhook/${each}`);
    const ours = arrowsOf(graph).filter(([, to]) => /^(@greenhook\/|greenhook$)/.test(to));
    expect(ours.filter(([, to]) => !allowed.some((name) => to === name || to.startsWith(`${name}/`)))).toEqual([]);
  });
});

test("the folders of the core import only what stands below them", () => {
  const graph = graphs.find(({ folder }) => folder === "core")?.graph ?? new Map();
  expect(upwards(graph, downwards)).toEqual([]);
});

describe("the checks", () => {
  test("find each form of import, and none in a comment", () => {
    const code = `
      import "a";
      import type { B } from "b";
      import {
        c,
      } from "c";
      export * from "d";
      const e = await import("e");
      type F = typeof import("f");
      // import "g";
      /** import "h"; */
      const i = Buffer.from("i");
      command("import").description("j");`;
    expect(importsIn(code)).toEqual(["a", "b", "c", "d", "e", "f"]);
  });

  test("name a cycle", () => {
    const graph = new Map([
      ["a", ["b"]],
      ["b", ["c", "d"]],
      ["c", []],
      ["d", ["e"]],
      ["e", ["b"]],
    ]);
    expect(cycleIn(graph)).toEqual(["b", "d", "e", "b"]);
  });

  test("name an import upwards, of an entry, and from or of a folder without a place", () => {
    const graph = new Map([
      ["low/a.ts", ["low/b.ts", "high/a.ts", "index.ts"]],
      ["high/a.ts", ["low/a.ts", "zod"]],
      ["other/a.ts", ["low/a.ts"]],
      ["index.ts", ["high/a.ts", "low/a.ts"]],
    ]);
    expect(upwards(graph, ["low", "high"])).toEqual(["low/a.ts → high/a.ts", "low/a.ts → index.ts", "other/a.ts → low/a.ts"]);
  });
});

function arrowsOf(graph: ImportGraph): [from: string, to: string][] {
  return [...graph].flatMap(([from, imports]) => imports.map((to): [string, string] => [from, to]));
}

/** Imports within a package that `order` doesn't allow. */
function upwards(graph: ImportGraph, order: readonly string[]): string[] {
  const placeOf = (file: string) => (file.includes("/") ? order.indexOf(file.slice(0, file.lastIndexOf("/"))) : order.length);
  return arrowsOf(graph)
    .filter(([, to]) => to.includes(".ts"))
    .filter(([from, to]) => placeOf(from) < 0 || placeOf(to) < 0 || placeOf(from) < placeOf(to))
    .map(([from, to]) => `${from} → ${to}`);
}
