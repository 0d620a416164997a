import { execFileSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { installedPackages } from "./installed-packages.ts";

const folder = installedPackages();
afterAll(() => folder.remove());
cpSync(fileURLToPath(new URL("programs", import.meta.url)), folder.path, { recursive: true });

const run = (file: string, ...args: readonly string[]) =>
  JSON.parse(execFileSync(process.execPath, [file, ...args], { cwd: folder.path, encoding: "utf8" })) as unknown;

/** Every entry that has something to run, such as "@greenhook/core/api". */
const entries = run("list-entries.mjs") as readonly string[];

test("there is something to run in fourteen entries or more", () => {
  expect(entries.length).toBeGreaterThanOrEqual(14);
});

test("every entry loads with import", () => {
  expect(run("load.mjs", ...entries)).toEqual(entries.map((entry) => ({ entry, exports: expect.any(Number) as number })));
});

test("every entry loads with require(), with the same exports, which are one with those of import", () => {
  expect(run("load.cjs", ...entries)).toEqual(run("load.mjs", ...entries));
});

test.each(["receive.mjs", "receive.cjs"])("%s receives a notification", (file) => {
  expect(run(file)).toEqual({ status: 200, refused: 401, texts: ["hello"] });
});

test("the command line starts", () => {
  const program = join(folder.path, "node_modules/.bin/greenhook");
  expect(execFileSync(program, ["--help"], { encoding: "utf8" })).toContain("listen");
});

test("nothing that npm installed runs a script, and each package brings only its dependencies", () => {
  const lock = JSON.parse(readFileSync(join(folder.path, "package-lock.json"), "utf8")) as {
    packages: Record<string, { hasInstallScript?: boolean; peer?: boolean }>;
  };
  // What peers bring is up to them: NestJS has a dozen dependencies.
  const installed = Object.entries(lock.packages).filter(([path, { peer }]) => path !== "" && peer !== true);
  expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
  const foreign = installed.map(([path]) => path.replace("node_modules/", "")).filter((name) => !/greenhook/.test(name));
  expect(foreign.sort()).toEqual(["@types/node", "commander", "undici", "undici-types", "zod"]);
});
