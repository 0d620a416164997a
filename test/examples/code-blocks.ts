import { readFileSync } from "node:fs";

/** A block of TypeScript in a README, under the file name that its first line gives: `// server.ts`, `// worker.ts (Workers)`. */
export interface CodeBlock {
  readonly file: string;
  readonly text: string;
}

/** The blocks of a README, given from the top of the project. Those without a file name are pieces, and left out. */
export function codeBlocksOf(readme: string): readonly CodeBlock[] {
  const markdown = readFileSync(new URL(`../../${readme}`, import.meta.url), "utf8");
  return Array.from(markdown.matchAll(/```ts\n(\/\/ (\S+\.ts)[^]*?)```/g), ([, text = "", file = ""]) => ({ file, text }));
}
