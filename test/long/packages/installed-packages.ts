import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installTarballs } from "../../packages/install-tarballs.ts";
import { packPackages } from "../../packages/pack-packages.ts";
import { publishedPackages } from "../../packages/published-packages.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

/** Every package's tarball, installed by npm in an empty folder next to the consumers; Node's types too, as in any project for Node. */
export function installedPackages(): { readonly path: string; readonly remove: () => void } {
  const tarballs = mkdtempSync(join(tmpdir(), "greenhook-tarballs-"));
  const { version } = JSON.parse(readFileSync(join(root, "node_modules/@types/node/package.json"), "utf8")) as { version: string };
  const folders = publishedPackages.map(({ folder }) => folder);
  const path = installTarballs(packPackages(folders, tarballs), [`@types/node@${version}`]);
  rmSync(tarballs, { recursive: true });
  cpSync(join(root, "test/consumers"), path, { recursive: true });
  cpSync(join(path, "every-entry.ts"), join(path, "every-entry.cts"));
  return { path, remove: () => rmSync(path, { recursive: true }) };
}
