import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { onNewNodeOnly } from "../../vitest.config.ts";

// `npm run soak`: an hour of the sender's pace, at full speed.
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: {
    include: ["test/soak/**/*.test.ts"],
    exclude: ["**/node_modules/**", ...onNewNodeOnly],
    testTimeout: 600_000,
    fileParallelism: false,
  },
});
