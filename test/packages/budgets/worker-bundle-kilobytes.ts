import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const worker = `
import { createDispatcher, createWebhookHandler } from "@greenhook/core";
import { toFetchHandler } from "@greenhook/fetch";
export default { fetch: toFetchHandler(createWebhookHandler({ token: "secret", deliver: createDispatcher().onText(() => {}) })) };
`;

/** What a Worker that validates every kind is deployed as: minified, with the conditions of its runtime, gzipped. */
export async function workerBundleKilobytes(): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: worker, resolveDir: fileURLToPath(new URL("../../..", import.meta.url)) },
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["workerd", "worker", "browser", "import"],
    logLevel: "error",
  });
  return outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents, { level: 9 }).length, 0) / 1000;
}
