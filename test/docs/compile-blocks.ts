import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { blocksOf, fileOf, pages, root, type Block } from "./markdown-pages.ts";

// Within the project, where the packages and frameworks are found, and outside of what git sees.
const folder = join(root, "node_modules/.greenhook/docs");

/** Every block of TypeScript in the documentation. */
export const typescriptBlocks: readonly Block[] = pages.flatMap(blocksOf).filter(({ info }) => /^(ts|typescript)\b/.test(info));

/** Why a block isn't compiled: what stands behind `ts no-check:`. `undefined` for one that is. */
export const reasonNotToCheck = ({ info }: Block): string | undefined => /^ts no-check:?(.*)$/.exec(info)?.[1]?.trim();

/** The block's place in the folder; a page's blocks are neighbours, so that they can import each other. */
const sourceOf = (block: Block): string => join(folder, block.page.replaceAll(/[/.]/g, "-"), fileOf(block) ?? `line-${block.line}.ts`);

/** Where the JavaScript of a block is, once it was compiled. */
export const programOf = (block: Block): string => sourceOf(block).replace(/\.ts$/, ".js");

/** Compiles all of them at once. Returns the compiler's complaints, each at its place in the page: `docs/polling.md:12: TS2345 …`. */
export function compileBlocks(): readonly string[] {
  rmSync(folder, { recursive: true, force: true });
  const blocks = typescriptBlocks.filter((block) => reasonNotToCheck(block) === undefined);
  const places = new Map(blocks.map((block) => [sourceOf(block), block]));
  for (const [path, { text }] of places) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  copyFileSync(fileURLToPath(new URL("runtimes.d.ts", import.meta.url)), join(folder, "runtimes.d.ts"));
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  const compilerOptions = {
    target: "ES2022",
    lib: ["ES2023"],
    module: "ESNext",
    moduleResolution: "Bundler",
    moduleDetection: "force",
    types: ["node"],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noImplicitReturns: true,
    noUnusedLocals: true,
    rewriteRelativeImportExtensions: true,
    skipLibCheck: true,
    // NestJS's.
    experimentalDecorators: true,
    // What Next and SvelteKit make of these two.
    paths: { "@/*": ["./packages-fetch-README-md/*"], "#lib/*": ["./packages-fetch-README-md/*"] },
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["runtimes.d.ts", ...places.keys()] }));
  const { stdout } = spawnSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", folder, "--pretty", "false"], {
    cwd: folder,
    encoding: "utf8",
  });
  return stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [, file = "", row = "", complaint = line] = /^(\S+\.ts)\((\d+),\d+\): error (.*)$/.exec(line) ?? [];
      const block = places.get(join(folder, file));
      return block === undefined ? line : `${block.page}:${block.line + Number(row) - 1}: ${complaint}`;
    });
}
