import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const fromVitest = createRequire(createRequire(import.meta.url).resolve("vitest"));
const { build } = createRequire(fromVitest.resolve("vite"))("esbuild") as {
  readonly build: (options: object) => Promise<{ outputFiles: { text: string }[]; metafile: { inputs: Record<string, unknown> } }>;
};

/** What a bundler makes of a program for a runtime, and which files it took. */
async function bundled(contents: string, conditions: readonly string[]) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL("../../..", import.meta.url)) },
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "neutral",
    conditions,
    logLevel: "silent",
  });
  return { text: outputFiles[0]?.text ?? "", inputs: Object.keys(metafile.inputs) };
}

const program = `
  import { createApiClient, pollNotifications } from "@greenhook/core/api";
  const client = createApiClient({ apiUrl: "https://h.example", idInstance: 1, apiTokenInstance: "t" });
  await pollNotifications({ client, deliver() {} });`;

test.each([["workerd"], ["edge-light"], ["deno"], ["bun"], ["browser"]])(
  "a bundle for %s holds fetch and nothing of undici or Node",
  async (condition) => {
    const { text, inputs } = await bundled(program, [condition]);
    expect(inputs.filter((input) => input.includes("undici"))).toEqual([]);
    expect(inputs.some((input) => input.endsWith("transport.fetch.js"))).toBe(true);
    expect(text).not.toMatch(/from\s*"node:|require\("/);
  },
);

test("a bundle of the parser alone holds nothing of the client", async () => {
  const { inputs } = await bundled(`import { parseNotification } from "@greenhook/core"; console.log(parseNotification({}));`, ["workerd"]);
  expect(inputs.filter((input) => input.includes("undici") || input.includes("/api/"))).toEqual([]);
});

test("a bundle for Node does hold undici", async () => {
  const failed = await bundled(program, ["node"]).catch((error: unknown) => String(error));
  expect(typeof failed === "string" ? failed : failed.inputs.join()).toMatch(/undici|node:/);
});
