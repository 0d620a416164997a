import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packPackages } from "../../packages/pack-packages.ts";

/** How much npm downloads for the largest of these packages, by their folders. */
export function tarballKilobytes(...folders: readonly string[]): number {
  const destination = mkdtempSync(join(tmpdir(), "greenhook-tarballs-"));
  const sizes = packPackages(folders, destination).map((tarball) => statSync(tarball).size);
  rmSync(destination, { recursive: true });
  return Math.max(...sizes) / 1000;
}
