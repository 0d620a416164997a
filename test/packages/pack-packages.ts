import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runQuietly } from "./run-quietly.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Packs packages as npm would publish them, by their folders below `packages`; gives the tarballs' paths. Nothing but pnpm writes the real versions into them. */
export function packPackages(folders: readonly string[], destination: string): readonly string[] {
  const filters = folders.flatMap((folder) => ["--filter", `./packages/${folder}`]);
  runQuietly("npx", ["-y", "pnpm@12.21.0", ...filters, "pack", "--pack-destination", destination], root);
  const tarballs = readdirSync(destination).filter((name) => name.endsWith(".tgz"));
  if (tarballs.length !== folders.length) throw new Error(`Cannot pack ${folders.length} packages: got ${tarballs.join(", ")}`);
  return tarballs.map((name) => join(destination, name));
}
