import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { installTarballs } from "../../packages/install-tarballs.ts";
import { packPackages } from "../../packages/pack-packages.ts";

/** What `npm install @greenhook/core` brings into an empty project. */
export interface InstalledCore {
  readonly megabytes: number;
  /** Itself included. */
  readonly packages: number;
  readonly installScripts: number;
}

export function installedCore(): InstalledCore {
  const tarballs = mkdtempSync(join(tmpdir(), "greenhook-tarballs-"));
  const project = installTarballs(packPackages(["core"], tarballs));
  const bytes = readdirSync(join(project, "node_modules"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  const lock = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8")) as {
    packages: Record<string, { hasInstallScript?: boolean }>;
  };
  const installed = Object.entries(lock.packages).filter(([path]) => path !== "");
  for (const folder of [tarballs, project]) rmSync(folder, { recursive: true });
  return {
    megabytes: bytes / 1e6,
    packages: installed.length,
    installScripts: installed.filter(([, { hasInstallScript }]) => hasInstallScript).length,
  };
}
