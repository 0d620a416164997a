import { defineConfig } from "vitest/config";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

/** The inbox needs Node 22.13: on an older one its tests are left out, and `npm test` runs them on another Node afterwards. */
export const onNewNodeOnly: readonly string[] =
  major > 22 || (major === 22 && minor >= 13) ? [] : ["test/inbox/**", "test/long/inbox/**", "test/soak/inbox/**"];

/** Files that leave nothing behind: one process runs many of them, and loads what they test once. It is half of their time. */
const sharing = ["test/core/**/*.test.ts", "test/{express,koa,fetch,fastify,lambda}/**/*.test.ts"];

// The tests import the packages by name, as users do: what is tested is dist, which `npm test` builds first.
export default defineConfig({
  test: {
    // Of all projects.
    exclude: ["**/node_modules/**", "test/long/**", "test/runtimes/**", "test/soak/**", ...onNewNodeOnly],
    testTimeout: 30_000,
    // Vitest leaves one core unused, which is half of a small machine.
    maxWorkers: "100%",
    slowTestThreshold: 1_000,
    // What receivers log is shown with the tests that fail.
    silent: "passed-only",
    projects: [
      { extends: true, test: { name: "sharing", include: sharing, isolate: false } },
      { extends: true, test: { name: "alone", include: ["test/**/*.test.ts"], exclude: sharing } },
    ],
  },
});
