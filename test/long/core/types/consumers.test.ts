import { afterAll, expect, test } from "vitest";
import { compileConsumer, consumerFolder } from "../../../core/types/compile-consumer.ts";

const folder = consumerFolder();
afterAll(() => folder.remove());

const nodeNext = ["--module", "NodeNext"];
const compilers = ["typescript-5.5", "typescript-5.9", "typescript-6", "typescript"];

test.each(compilers)("@greenhook/core/types compiles as an ES module and as CommonJS with %s, within its budget", (compiler) => {
  const empty = compileConsumer(folder.path, "empty.ts", compiler, nodeNext);
  const full = compileConsumer(folder.path, "types-only.ts", compiler, nodeNext);
  const commonJs = compileConsumer(folder.path, "types-only.cts", compiler, nodeNext);
  console.log(compiler, { empty, full, commonJs });
  expect([full.errors, commonJs.errors]).toEqual(["", ""]);
  expect(full.instantiations - empty.instantiations).toBeLessThanOrEqual(100);
  expect(full.files - empty.files).toBeLessThanOrEqual(60);
  expect(full.checkSeconds - empty.checkSeconds).toBeLessThanOrEqual(0.15);
});

test.each([
  ["typescript-5.5", []],
  ["typescript-5.9", []],
  ["typescript-6", ["--ignoreDeprecations", "6.0"]],
] as const)("@greenhook/core/types compiles under node10 resolution with %s", (compiler, extra) => {
  const options = ["--module", "CommonJS", "--moduleResolution", compiler === "typescript-5.5" ? "node" : "node10", ...extra];
  expect(compileConsumer(folder.path, "types-only.ts", compiler, options).errors).toBe("");
});

test.each(["typescript-5.9", "typescript-6", "typescript"])("@greenhook/core/types compiles for bundlers with %s", (compiler) => {
  const options = ["--module", "ESNext", "--moduleResolution", "bundler"];
  expect(compileConsumer(folder.path, "types-only.ts", compiler, options).errors).toBe("");
});
