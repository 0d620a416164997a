import { afterAll, describe, expect, test } from "vitest";
import { compileConsumer } from "../../core/types/compile-consumer.ts";
import { installedPackages } from "./installed-packages.ts";

const folder = installedPackages();
afterAll(() => folder.remove());

/** A project for Node: what our declarations need is `Request` and `AbortSignal`, and the packages for Node need its types. */
const forNode = ["--types", "node", "--lib", "ES2022"];
/** No `@types` package is seen. */
const withoutTypes = ["--typeRoots", "./none"];
const nodeNext = ["--module", "NodeNext"];
const bundler = ["--module", "ESNext", "--moduleResolution", "bundler"];
const errorsOf = (file: string, compiler: string, options: readonly string[]) =>
  compileConsumer(folder.path, file, compiler, options).errors;

describe.each(["typescript-5.5", "typescript-5.8", "typescript-5.9", "typescript-6", "typescript"])("with %s", (compiler) => {
  test("every entry of the tarballs compiles from an ES module, for Node", () => {
    expect(errorsOf("every-entry.ts", compiler, [...nodeNext, ...forNode])).toBe("");
  });

  test("every entry of the tarballs compiles from an ES module, for a bundler", () => {
    expect(errorsOf("every-entry.ts", compiler, [...bundler, ...forNode])).toBe("");
  });

  // TypeScript 5.5 knows no require() of an ES module.
  test.skipIf(compiler === "typescript-5.5")("every entry of the tarballs compiles from CommonJS", () => {
    expect(errorsOf("every-entry.cts", compiler, [...nodeNext, ...forNode])).toBe("");
  });

  test("@greenhook/core/types compiles from CommonJS, without Node's types", () => {
    expect(errorsOf("types-only.cts", compiler, [...nodeNext, ...withoutTypes])).toBe("");
  });
});

test("with typescript-5.5, the entries that run are refused from CommonJS", () => {
  expect(errorsOf("every-entry.cts", "typescript-5.5", [...nodeNext, ...forNode, "--skipLibCheck", "true"])).toContain("TS1479");
});

test.each([
  ["typescript-5.5", "node", []],
  ["typescript-5.9", "node10", []],
  ["typescript-6", "node10", ["--ignoreDeprecations", "6.0"]],
] as const)("with %s, @greenhook/core/types compiles as Node 10 resolved modules", (compiler, resolution, extra) => {
  const options = ["--module", "CommonJS", "--moduleResolution", resolution, ...withoutTypes, ...extra];
  expect(errorsOf("types-only.ts", compiler, options)).toBe("");
});
