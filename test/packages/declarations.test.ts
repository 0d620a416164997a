import { readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { publishedPackages, type Manifest } from "./published-packages.ts";

/** Whose types a declaration may use besides its own: those of its dependencies and peers. Node's are for programs that run only there. */
function mayImport(manifest: Manifest, from: string): boolean {
  if (from.startsWith("./") || from.startsWith("../")) return true;
  if (Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }).some((name) => from === name || from.startsWith(`${name}/`)))
    return true;
  return (
    ["greenhook", "@greenhook/node", "@greenhook/inbox", "@greenhook/inspector", "@greenhook/emulator"].includes(manifest.name) &&
    (isBuiltin(from) || from === "node:sqlite")
  );
}

describe.each(publishedPackages)("the declarations of $name", ({ path, manifest }) => {
  test("use no types of a framework, nor of a package that isn't a dependency", () => {
    const files = readdirSync(join(path, "dist"), { recursive: true, encoding: "utf8" }).filter((file) => /\.d\.c?ts$/.test(file));
    const foreign = files.flatMap((file) => {
      const text = readFileSync(join(path, "dist", file), "utf8");
      return [...text.matchAll(/(?:from |import\(|import |reference types=)"([^"]+)"/g)]
        .map(([, from = ""]) => from)
        .filter((from) => !mayImport(manifest, from))
        .map((from) => `${file}: ${from}`);
    });
    expect(files.length).toBeGreaterThan(1);
    expect(foreign).toEqual([]);
  });
});
