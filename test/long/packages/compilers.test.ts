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
/** But for those in pg-boss's own declarations (of `ResolvedConstructorOptions`, of `pg` without `@types/pg`), which `skipLibCheck` hides. */
const errorsOf = (file: string, compiler: string, options: readonly string[]): string =>
  compileConsumer(folder.path, file, compiler, options)
    .errors.split("\n")
    .filter((line) => !line.startsWith("node_modules/pg-boss/"))
    .join("\n");

describe.each(["typescript-5.5", "typescript-5.8", "typescript-5.9", "typescript-6", "typescript"])("with %s", (compiler) => {
  test("every entry of the tarballs compiles from an ES module, for Node", () => {
    expect(errorsOf("every-entry.ts", compiler, [...nodeNext, ...forNode])).toBe("");
  });

  test("every entry of the tarballs compiles from an ES module, for a bundler", () => {
    expect(errorsOf("every-entry.ts", compiler, [...bundler, ...forNode])).toBe("");
  });

  test.each(["Node16", "NodeNext"])("every entry of the tarballs compiles from CommonJS, --module %s", (module) => {
    expect(errorsOf("every-entry.cts", compiler, ["--module", module, ...forNode])).toBe("");
  });

  test("@greenhook/core/types compiles from CommonJS, without Node's types", () => {
    expect(errorsOf("types-only.cts", compiler, [...nodeNext, ...withoutTypes])).toBe("");
  });
});

// What `tsc --init` chose up to TypeScript 5.8, and ts-node, ts-jest and NestJS after it.
describe.each([
  ["typescript-5.5", []],
  ["typescript-5.8", []],
  ["typescript-5.9", []],
  ["typescript-6", ["--moduleResolution", "node10", "--ignoreDeprecations", "6.0"]],
] as const)("with %s, --module CommonJS", (compiler, extra) => {
  const options = ["--module", "CommonJS", ...extra];

  test("every entry of the tarballs compiles", () => {
    // zod's own declarations need more than Node 10's way to find them.
    expect(errorsOf("every-entry.ts", compiler, [...options, ...forNode, "--esModuleInterop"])).toBe("");
  });

  test("@greenhook/core/types compiles, without Node's types", () => {
    expect(errorsOf("types-only.ts", compiler, [...options, ...withoutTypes])).toBe("");
  });
});
