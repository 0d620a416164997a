import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The top of the project, with a slash at its end. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

const listed = (folder: string): readonly string[] => readdirSync(`${root}${folder}`);

/** Every page of the documentation, by its path from the top of the project. */
export const pages: readonly string[] = [
  ...listed(".").filter((name) => name.endsWith(".md")),
  ...listed("docs").map((name) => `docs/${name}`),
  ...listed("packages").map((name) => `packages/${name}/README.md`),
  "packages/core/src/contract/README.md",
].filter((page) => page.endsWith(".md") && existsSync(root + page));

export const read = (page: string): string => readFileSync(root + page, "utf8");

/** A fenced block of a page. */
export interface Block {
  readonly page: string;
  /** The line of its first line of code, counted from 1. */
  readonly line: number;
  /** What stands behind the three backticks: `ts`, `json`, `ts no-check: why`. */
  readonly info: string;
  readonly text: string;
}

export function blocksOf(page: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: { info: string; line: number; lines: string[] } | undefined;
  for (const [index, line] of read(page).split("\n").entries()) {
    const fence = /^```(.*)$/.exec(line);
    if (open === undefined) {
      if (fence !== null) open = { info: fence[1]!.trim(), line: index + 2, lines: [] };
    } else if (fence === null) {
      open.lines.push(line);
    } else {
      blocks.push({ page, line: open.line, info: open.info, text: `${open.lines.join("\n")}\n` });
      open = undefined;
    }
  }
  if (open !== undefined) throw new Error(`Cannot read "${page}": the block at line ${open.line} has no end`);
  return blocks;
}

/** The name that a block's first line gives it: `// server.ts`, `// worker.ts (Workers)`. */
export function fileOf({ text }: Block): string | undefined {
  return /^\/\/ (\S+\.ts)/.exec(text)?.[1];
}
