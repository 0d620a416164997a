import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packPackages } from "../../packages/pack-packages.ts";
import { runQuietly } from "../../packages/run-quietly.ts";

/** How much npm downloads for the largest of these packages, by their folders. */
export function tarballKilobytes(...folders: readonly string[]): number {
  const destination = mkdtempSync(join(tmpdir(), "greenhook-tarballs-"));
  const sizes = packPackages(folders, destination).map((tarball) => statSync(tarball).size);
  rmSync(destination, { recursive: true });
  return Math.max(...sizes) / 1000;
}

/** The same without what only debuggers and readers need: the sources, and the maps that lead to them. */
export function tarballKilobytesWithoutSources(folder: string): number {
  const destination = mkdtempSync(join(tmpdir(), "greenhook-tarballs-"));
  const [tarball = ""] = packPackages([folder], destination);
  runQuietly("tar", ["xzf", tarball], destination);
  const unpacked = join(destination, "package");
  rmSync(join(unpacked, "src"), { recursive: true });
  for (const file of readdirSync(unpacked, { recursive: true, encoding: "utf8" })) {
    if (file.endsWith(".map")) rmSync(join(unpacked, file));
  }
  runQuietly("tar", ["czf", "smaller.tgz", "package"], destination);
  const { size } = statSync(join(destination, "smaller.tgz"));
  rmSync(destination, { recursive: true });
  return size / 1000;
}
