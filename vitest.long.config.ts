import { defineConfig } from "vitest/config";
import { onNewNodeOnly } from "./vitest.config.ts";

// What takes minutes: `npm run test:long`. `npm run test:runtimes` runs the part in test/runtimes.
export default defineConfig({
  test: {
    include: ["test/long/**/*.test.ts", "test/runtimes/**/*.test.ts"],
    exclude: ["**/node_modules/**", ...onNewNodeOnly],
    testTimeout: 600_000,
    hookTimeout: 120_000,
    // One at a time: they measure memory, and each keeps both cores busy.
    fileParallelism: false,
  },
});
