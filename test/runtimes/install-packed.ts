import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installTarballs } from "../packages/install-tarballs.ts";
import { packPackages } from "../packages/pack-packages.ts";

const packages = ["core", "node", "express", "koa", "fetch", "fastify", "lambda"];

/** What npm would publish, installed in a folder of its own next to the programs that use it. */
export function installPacked(): string {
  const tarballs = mkdtempSync(join(tmpdir(), "greenhook-tarballs-"));
  const folder = installTarballs(packPackages(packages, tarballs));
  rmSync(tarballs, { recursive: true });
  cpSync(fileURLToPath(new URL("programs", import.meta.url)), folder, { recursive: true });
  return folder;
}
