import { gzipSync } from "node:zlib";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const packages = (path) => fileURLToPath(new URL(`../../packages/${path}`, import.meta.url));

/** What a Worker would be deployed as: minified, gzipped, with the conditions of its runtime. */
export async function bundleSizes() {
  const entries = {
    "fetch + core, every kind validated": `import { createDispatcher, createWebhookHandler } from "${packages("core/dist/bundled/index.js")}";
      import { toFetchHandler } from "${packages("fetch/dist/index.js")}";
      export default { fetch: toFetchHandler(createWebhookHandler({ token: "x", deliver: createDispatcher().onText(() => {}) })) };`,
    "octokit: Webhooks + web middleware, nothing validated": `import { createWebMiddleware, Webhooks } from "@octokit/webhooks";
      export default { fetch: createWebMiddleware(new Webhooks({ secret: "x" })) };`,
  };
  const rows = [];
  for (const [name, contents] of Object.entries(entries)) {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
      bundle: true,
      write: false,
      minify: true,
      format: "esm",
      platform: "neutral",
      mainFields: ["module", "main"],
      conditions: ["workerd", "worker", "browser", "import"],
      logLevel: "silent",
    });
    const [{ contents: bytes }] = outputFiles;
    rows.push({ name, bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length });
  }
  return rows;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await bundleSizes());
