import { publishedPackages } from "../published-packages.ts";
import type { Budget } from "./budget.ts";
import { typeCost } from "./type-cost.ts";
import { workerBundleKilobytes } from "./worker-bundle-kilobytes.ts";

const exact = { unit: "", decimals: 0, tolerance: 0 };
const dependenciesOf = (...names: readonly string[]) =>
  Math.max(
    ...publishedPackages.filter(({ name }) => names.includes(name)).map(({ manifest }) => Object.keys(manifest.dependencies ?? {}).length),
  );
const adapters = publishedPackages
  .map(({ name }) => name)
  .filter((name) => !["@greenhook/core", "@greenhook/inbox-postgres", "@greenhook/inspector", "greenhook"].includes(name));

/** What is measured within a second, by `npm test`. */
export const quickBudgets: readonly Budget[] = [
  {
    what: "a Worker that validates every kind (`core` + `fetch`), minified and gzipped",
    limit: 18.5,
    unit: " kB",
    decimals: 1,
    tolerance: 0.03,
    measure: workerBundleKilobytes,
  },
  {
    what: "type instantiations of a consumer of `@greenhook/core/types` that handles everything",
    limit: 100,
    ...exact,
    tolerance: 0.1,
    measure: () => typeCost("types-only.ts").instantiations,
  },
  { what: "files that it makes the compiler read", limit: 60, ...exact, measure: () => typeCost("types-only.ts").files },
  {
    what: "type instantiations of a dispatcher with three handlers",
    limit: 2000,
    ...exact,
    tolerance: 0.1,
    measure: () => typeCost("dispatcher.ts").instantiations,
  },
  { what: "dependencies of `@greenhook/core`", limit: 3, ...exact, measure: () => dependenciesOf("@greenhook/core") },
  { what: "dependencies of each adapter, and of the emulator: core", limit: 1, ...exact, measure: () => dependenciesOf(...adapters) },
];
