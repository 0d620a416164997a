import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";
import { codeBlocksOf } from "../examples/code-blocks.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
// Within the project, where the packages are found, and outside of what git sees.
const folder = join(root, "node_modules/.greenhook/emulator-examples");
const blocks = ["docs/testing.md", "packages/emulator/README.md"].flatMap((page) => codeBlocksOf(page));
const node = (...args: readonly string[]): { status: number | null; output: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", timeout: 30_000 });
  return { status, output: stdout + stderr };
};

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { file, text } of blocks) writeFileSync(join(folder, file), text);
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  const compilerOptions = { target: "ES2022", lib: ["ES2023"], module: "NodeNext", types: ["node"], strict: true, skipLibCheck: true };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: blocks.map(({ file }) => file) }));
  expect(node(join(root, "node_modules/typescript/bin/tsc"), "-p", folder)).toEqual({ status: 0, output: "" });
}, 60_000);

test("every example is tried", () => {
  expect(blocks.map(({ file }) => file)).toEqual(["menu.test.ts", "every-kind.ts", "outage.test.ts", "client.ts", "outage.ts"]);
});

test.each([
  ["menu.test.ts", /# pass 1\n/],
  ["every-kind.ts", /known\n/],
  ["outage.test.ts", /# pass 1\n/],
  ["client.ts", /^true \{ idMessage: '3EB0[0-9A-F]+' \}\nhttps:\/\/shop\.example\.com\/green-api\/webhook\/\n$/],
  ["outage.ts", /ECONNREFUSED/],
])("the example %s runs", { timeout: 40_000 }, (file, printed) => {
  const { status, output } = node("--test-reporter=tap", join(folder, file.replace(/\.ts$/, ".js")));
  expect(output).toMatch(printed);
  expect(status).toBe(0);
});
