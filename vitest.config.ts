import { defineConfig } from "vitest/config";

// The tests import the packages by name, as users do: what is tested is dist, which `npm test` builds first.
export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "test/long/**", "test/runtimes/**", "test/soak/**"],
    testTimeout: 30_000,
    slowTestThreshold: 1_000,
  },
});
