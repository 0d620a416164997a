import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { createProject } from "../../packages/create-greenhook/dist/create-project.js";
import { askForMissing, parseCommand } from "../../packages/create-greenhook/dist/parse-command.js";

const folder = mkdtempSync(join(tmpdir(), "greenhook-create-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the program does, in this process; nobody is there to be asked. */
async function create(name: string | undefined, ...args: readonly string[]): Promise<void> {
  createProject(await askForMissing(parseCommand([...(name === undefined ? [] : [join(folder, name)]), ...args])));
}

const filesIn = (name: string): string[] =>
  readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, name).length + 1));
const read = (...path: readonly string[]): string => readFileSync(join(folder, ...path), "utf8");

test.each([
  ["node", ".env", ["Dockerfile", "compose.yaml", "receiver.service", ".dockerignore", "src/main.ts", "test/handlers.test.ts"]],
  ["workers", ".dev.vars", ["wrangler.jsonc", "src/worker.ts", "test/worker.test.ts"]],
])("the template %s has what a project needs, and a token of its own", async (template, secrets, files) => {
  for (const name of ["My Bot", "other"]) await create(`${template}/${name}`, "--template", template);
  const tokens = ["My Bot", "other"].map((name) => /WEBHOOK_TOKEN=(\S{32})\n/.exec(read(template, name, secrets))?.[1]);
  expect(tokens).not.toContain(undefined);
  expect(new Set(tokens).size).toBe(2);
  const found = filesIn(`${template}/My Bot`);
  expect(found).toEqual(expect.arrayContaining(["README.md", ".gitignore", "package.json", "tsconfig.json", secrets, ...files]));
  expect(read(template, "My Bot", ".gitignore")).toContain(`\n${secrets}\n`);
  expect(found.filter((file) => /\{\{\w+\}\}/.test(read(template, "My Bot", file)))).toEqual([]);
  const { version } = JSON.parse(readFileSync(new URL("../../packages/core/package.json", import.meta.url), "utf8")) as { version: string };
  expect(JSON.parse(read(template, "My Bot", "package.json"))).toMatchObject({
    name: "my-bot",
    dependencies: { "@greenhook/core": `^${version}` },
  });
});

test("a folder with files in it is left alone; git's own are none", async () => {
  mkdirSync(join(folder, "full"));
  writeFileSync(join(folder, "full", "notes.txt"), "mine");
  const refused = `Cannot create "${join(folder, "full")}": the folder isn't empty, it has notes.txt; nothing was written`;
  await expect(create("full", "--template", "node")).rejects.toThrow(refused);
  expect(filesIn("full")).toEqual(["notes.txt"]);
  await expect(create("full/notes.txt", "--template", "node")).rejects.toThrow(/^Cannot create ".*": ENOTDIR/);
  mkdirSync(join(folder, "cloned/.git"), { recursive: true });
  await create("cloned", "-t", "workers");
});

test.each<[readonly [string?, ...string[]], string | RegExp]>([
  [["a", "--template", "deno"], 'Cannot create a project: there is no template "deno"; there are node and workers'],
  [["a", "b", "--template", "node"], "Cannot create a project: one folder is needed, not 2"],
  [["a", "--tempalte", "node"], /^Cannot create a project: Unknown option '--tempalte'[^]*npm create greenhook FOLDER/],
  [["a"], /^Cannot create a project: a template is missing\n/],
  [[undefined, "--template", "node"], /^Cannot create a project: a folder is missing\n/],
  [["a", "--template", "node", "--tarballs", tmpdir()], /^Cannot create a project: there is no tarball of @greenhook\/core in /],
])("%j is refused with a sentence, and nothing is written", async (args, message) => {
  await expect(create(args[0], ...(args.slice(1) as string[]))).rejects.toThrow(message);
  expect(readdirSync(folder)).not.toContain("a");
});

test("the program says what is next, and ends with 1 where it refuses", () => {
  const program = fileURLToPath(new URL("../../packages/create-greenhook/dist/create-greenhook.js", import.meta.url));
  const run = () => spawnSync(process.execPath, [program, "again", "-t", "workers"], { cwd: folder, encoding: "utf8", input: "" });
  expect(run()).toMatchObject({ status: 0, stdout: expect.stringContaining("  cd again\n  npm install\n"), stderr: "" });
  expect(run()).toMatchObject({ status: 1, stdout: "", stderr: expect.stringMatching(/^Cannot create "again": [^\n]+\n$/) });
});
