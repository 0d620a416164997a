import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { codeBlocksOf } from "./code-blocks.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
// Within the project, where the packages and frameworks are found, and outside of what git sees.
const folder = join(root, "node_modules/.greenhook/examples");

/** What each package's README shows, compiled together: as strict as any project could be. */
test("the examples in the READMEs of the adapters compile", { timeout: 60_000 }, () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files = ["express", "koa", "fetch", "fastify", "lambda"].flatMap((name) =>
    codeBlocksOf(`packages/${name}/README.md`).map(({ file, text }) => {
      const path = join(name, file);
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
      return path;
    }),
  );
  expect(files).toHaveLength(11);
  copyFileSync(fileURLToPath(new URL("runtimes.d.ts", import.meta.url)), join(folder, "runtimes.d.ts"));
  const compilerOptions = {
    target: "ES2022",
    lib: ["ES2023"],
    module: "ESNext",
    moduleResolution: "Bundler",
    types: ["node"],
    strict: true,
    noEmit: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    paths: { "@/*": ["./fetch/*"], "$lib/*": ["./fetch/*"] },
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["runtimes.d.ts", ...files] }));
  const { status, stdout } = spawnSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", folder], {
    encoding: "utf8",
  });
  expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
});
