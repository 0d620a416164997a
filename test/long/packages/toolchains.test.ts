import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { installedPackages } from "./installed-packages.ts";

const tools = fileURLToPath(new URL("../../../tools/toolchains/node_modules/", import.meta.url));
const folder = installedPackages();
/** Away from any node_modules: a bundle has to hold all that it needs. */
const bundles = mkdtempSync(join(tmpdir(), "greenhook-bundles-"));
afterAll(() => {
  folder.remove();
  rmSync(bundles, { recursive: true });
});
const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
cpSync(here("programs"), folder.path, { recursive: true });
cpSync(here("jest/receiver.js"), join(folder.path, "receiver.test.js"));
cpSync(here("jest/typed-receiver.ts"), join(folder.path, "typed-receiver.test.ts"));

const program = readFileSync(join(folder.path, "conversation.mjs"), "utf8");
writeFileSync(join(folder.path, "conversation.cjs"), program.replaceAll(/^import (.+) from (".+");$/gm, "const $1 = require($2);"));

/** Runs a tool of tools/toolchains among the installed packages, or a program. Throws with what it printed where it fails. */
function run(file: string, args: readonly string[], cwd = folder.path): string {
  return execFileSync(process.execPath, [file, ...args], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

const conversation = { text: "hello", stateInstance: "authorized", isRefused: true, isNotification: true };
const output = (file: string): unknown => JSON.parse(run(join(bundles, file), [], bundles));

test("without a bundler the program runs, as an ES module and as CommonJS", () => {
  for (const file of ["conversation.mjs", "conversation.cjs"]) expect(JSON.parse(run(file, []))).toEqual(conversation);
});

test.each([
  ["conversation.mjs", "esm", "esbuild.mjs"],
  ["conversation.mjs", "cjs", "esbuild-cjs.cjs"],
  ["conversation.cjs", "cjs", "esbuild-required.cjs"],
])("esbuild bundles %s as %s", (source, format, file) => {
  const options = ["--bundle", "--platform=node", `--format=${format}`, `--outfile=${join(bundles, file)}`, "--log-level=warning"];
  run(`${tools}esbuild/bin/esbuild`, [source, ...options]);
  expect(output(file)).toEqual(conversation);
});

test("Rollup bundles it", () => {
  const plugins = ["node-resolve", "commonjs", "json"].flatMap((name) => ["-p", `${tools}@rollup/plugin-${name}/dist/cjs/index.js`]);
  const options = ["-f", "es", "-d", join(bundles, "rollup"), "--entryFileNames", "[name].mjs", "--silent"];
  run(`${tools}rollup/dist/bin/rollup`, ["conversation.mjs", ...plugins, ...options]);
  expect(output("rollup/conversation.mjs")).toEqual(conversation);
});

test.each(["conversation.mjs", "conversation.cjs"])("webpack bundles %s", (source) => {
  const path = join(bundles, "webpack", source);
  const options = {
    mode: "production",
    target: "node",
    optimization: { minimize: false },
    entry: `./${source}`,
    output: { path, filename: "main.cjs" },
  };
  writeFileSync(
    join(folder.path, "webpack.cjs"),
    `require(${JSON.stringify(`${tools}webpack`)})(${JSON.stringify(options)}, (error, stats) => {
      if (error || stats.hasErrors() || stats.hasWarnings()) throw error ?? new Error(stats.toString());
    });`,
  );
  run("webpack.cjs", []);
  expect(output(`webpack/${source}/main.cjs`)).toEqual(conversation);
});

test("Vite bundles it for a server", () => {
  writeFileSync(join(folder.path, "vite.config.mjs"), "export default { ssr: { noExternal: true } };");
  const options = ["--ssr", "conversation.mjs", "--outDir", join(bundles, "vite"), "--emptyOutDir", "--logLevel", "error"];
  run(`${tools}vite/bin/vite.js`, ["build", ...options]);
  writeFileSync(join(bundles, "vite/package.json"), '{"type":"module"}');
  expect(output("vite/conversation.js")).toEqual(conversation);
});

test.each([
  ["conversation.mjs", "index.mjs"],
  ["conversation.cjs", "index.cjs"],
])("ncc makes one folder of %s", (source, file) => {
  run(`${tools}@vercel/ncc/dist/ncc/cli.js`, ["build", source, "-o", join(bundles, "ncc"), "-q"]);
  expect(output(`ncc/${file}`)).toEqual(conversation);
});

describe("Jest in its usual CommonJS mode", () => {
  const jest = (...args: readonly string[]): string => run(`${tools}jest/bin/jest.js`, ["--ci", "--silent", "--json", ...args]);

  test("needs no configuration", () => {
    expect(JSON.parse(jest("receiver.test.js", "--rootDir", "."))).toMatchObject({ success: true, numPassedTests: 3 });
  });

  test("compiles TypeScript with ts-jest, in a project of module: commonjs", () => {
    const tsconfig = { module: "commonjs", target: "ES2022", strict: true, esModuleInterop: true, types: ["node"] };
    const transform = { "\\.ts$": [`${tools}ts-jest`, { tsconfig }] };
    writeFileSync(join(folder.path, "jest.config.json"), JSON.stringify({ rootDir: ".", transform }));
    expect(JSON.parse(jest("typed-receiver", "--config", "jest.config.json"))).toMatchObject({ success: true, numPassedTests: 1 });
  });
});
