import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runQuietly } from "./run-quietly.ts";

/** An empty project in which npm installed these tarballs, and what else is named; its lock file says what came with them. */
export function installTarballs(tarballs: readonly string[], others: readonly string[] = []): string {
  const folder = mkdtempSync(join(tmpdir(), "greenhook-installed-"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "stranger", private: true, type: "module" }));
  runQuietly("npm", ["install", "--no-audit", "--no-fund", "--fetch-retries=1", ...tarballs, ...others], folder);
  return folder;
}
