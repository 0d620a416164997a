import type { Budget } from "../../packages/budgets/budget.ts";
import { importRatio } from "./import-ratio.ts";
import { installedCore, type InstalledCore } from "./installed-core.ts";
import { tarballKilobytes, tarballKilobytesWithoutSources } from "./tarball-kilobytes.ts";

let installed: InstalledCore | undefined;
const core = (): InstalledCore => (installed ??= installedCore());
const kilobytes = { unit: " kB", decimals: 1, tolerance: 0.1 };

/** What takes npm, pnpm or many processes to measure, by `npm run test:long`. */
export const slowBudgets: readonly Budget[] = [
  {
    // A third of it is the CommonJS build, which only Jest and old tools load.
    what: "tarball of `@greenhook/core`, sources and maps apart",
    limit: 260,
    ...kilobytes,
    measure: () => tarballKilobytesWithoutSources("core"),
  },
  // 83 API methods with their documentation, once as declarations and once as sources.
  { what: "tarball of `@greenhook/core`, sources and maps included", limit: 500, ...kilobytes, measure: () => tarballKilobytes("core") },
  { what: "tarball of `@greenhook/node`", limit: 60, ...kilobytes, measure: () => tarballKilobytes("node") },
  { what: "tarball of `@greenhook/inbox`", limit: 180, ...kilobytes, measure: () => tarballKilobytes("inbox") },
  {
    what: "tarball of the largest other adapter",
    limit: 8,
    ...kilobytes,
    measure: () => tarballKilobytes("express", "koa", "fetch", "fastify", "lambda"),
  },
  {
    what: "`npm install @greenhook/core` into an empty folder",
    limit: 11,
    unit: " MB",
    decimals: 1,
    tolerance: 0.05,
    measure: () => core().megabytes,
  },
  { what: "packages that it brings, itself included", limit: 5, unit: "", decimals: 0, tolerance: 0, measure: () => core().packages },
  { what: "install scripts that it runs", limit: 0, unit: "", decimals: 0, tolerance: 0, measure: () => core().installScripts },
  {
    what: "time to import `@greenhook/node`, in times of `node:http` + `zod/mini` (1.5 is 25 ms more where these take 50)",
    limit: 1.5,
    unit: " ×",
    decimals: 1,
    tolerance: 0.35,
    measure: importRatio,
  },
];
