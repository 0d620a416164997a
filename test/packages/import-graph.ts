import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { PublishedPackage } from "./published-packages.ts";
import { targetsOf } from "./targets-of.ts";

/** Each source file of a package, by its path in `src`, with what it imports, types included. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** Reads a package's `src`. Imports of its own files are paths in `src`, `#names` with each file that a runtime may get; others stay as written. */
export function readImportGraph({ path, manifest }: PublishedPackage): ImportGraph {
  const source = join(path, "src");
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) => /\.c?ts$/.test(file));
  return new Map(
    files.map((file) => {
      const imports = importsIn(readFileSync(join(source, file), "utf8"));
      return [file, imports.flatMap((each) => inSource(file, each))];
    }),
  );

  function inSource(file: string, specifier: string): string[] {
    if (specifier.startsWith(".")) return [relative(source, join(source, dirname(file), specifier))];
    const target = manifest.imports?.[specifier];
    if (target === undefined) return [specifier];
    const built = targetsOf({ imports: { [specifier]: target } });
    return [...new Set(built.map((each) => each.replace(/^\.\/dist\/(bundled\/)?/, "").replace(/(\.d\.ts|\.js)$/, ".ts")))];
  }
}

/** What a file's `import`, `export … from` and `import("…")` name. */
export function importsIn(code: string): string[] {
  const withoutComments = code.replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, "");
  return [...withoutComments.matchAll(/(?:\bfrom\s*|(?<!")\bimport\s*\(?\s*)"([^"]+)"/g)].map(([, specifier]) => specifier ?? "");
}

/** The first cycle found, as the files on it, from one of them back to itself. */
export function cycleIn(graph: ImportGraph): string[] | undefined {
  const done = new Set<string>();
  for (const file of graph.keys()) {
    const cycle = visit(file, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;

  function visit(file: string, path: string[]): string[] | undefined {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    for (const imported of graph.get(file) ?? []) {
      const cycle = visit(imported, [...path, file]);
      if (cycle !== undefined) return cycle;
    }
    done.add(file);
    return undefined;
  }
}
