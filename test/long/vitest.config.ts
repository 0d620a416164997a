import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

// What takes too long for `npm test`: npx vitest run --config test/long/vitest.config.ts
export default defineConfig({
  root: fileURLToPath(new URL("../..", import.meta.url)),
  test: { include: ["test/long/**/*.test.ts"], testTimeout: 300_000, hookTimeout: 300_000, fileParallelism: false },
});
