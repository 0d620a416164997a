import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Template } from "./templates.ts";

/** What is created, and where. */
export interface Wanted {
  /** A folder that is empty or isn't there yet. */
  readonly folder: string;
  readonly template: Template;
  /** The folder of the packages' tarballs, where they don't come from npm. */
  readonly tarballs: string | undefined;
}

const here = fileURLToPath(new URL("..", import.meta.url));

/**
 * Writes a template's files, with the project's name, this version and a random token in them. No file that is there is touched.
 *
 * @throws Error with a sentence for the user.
 */
export function createProject({ folder, template, tarballs }: Wanted): void {
  const path = resolve(folder);
  assertEmpty(folder, path);
  const { version } = JSON.parse(readFileSync(join(here, "package.json"), "utf8")) as { version: string };
  const words = { name: nameOf(path), version, token: randomBytes(24).toString("base64url") };
  const from = join(here, "templates", template);
  const files = readdirSync(from, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = files.map(({ parentPath, name }): readonly [string, string] => {
    const source = join(parentPath, name);
    const text = filled(readFileSync(source, "utf8"), words);
    return [
      targetOf(source.slice(from.length + 1)),
      name === "package.json" && tarballs !== undefined ? withTarballs(text, tarballs) : text,
    ];
  });
  for (const [file, text] of texts) {
    const target = join(path, file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text, { flag: "wx" });
  }
}

function assertEmpty(folder: string, path: string): void {
  let names: readonly string[];
  try {
    names = readdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw new Error(`Cannot create "${folder}": ${(error as Error).message}`, { cause: error });
  }
  const found = names.filter((name) => name !== ".git");
  if (found.length === 0) return;
  throw new Error(`Cannot create "${folder}": the folder isn't empty, it has ${found.slice(0, 3).join(", ")}; nothing was written`);
}

/** npm leaves `.gitignore` out of packages, so dot files are kept with an underscore. */
function targetOf(file: string): string {
  return join(dirname(file), basename(file).replace(/^_/, "."));
}

function filled(text: string, words: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (word, name: string) => words[name] ?? word);
}

/** The folder's name, as a package may be called. */
function nameOf(path: string): string {
  const name = basename(path)
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  return name === "" ? "green-api-receiver" : name;
}

/** A package.json whose Greenhook packages come from a folder of tarballs. */
function withTarballs(manifest: string, folder: string): string {
  const tarballs = readdirSync(resolve(folder));
  return manifest.replaceAll(/"@greenhook\/(\w+)": "[^"]+"/g, (_, name: string) => {
    const tarball = tarballs.find((file) => file.startsWith(`greenhook-${name}-`) && file.endsWith(".tgz"));
    if (tarball === undefined) throw new Error(`Cannot create a project: there is no tarball of @greenhook/${name} in "${folder}"`);
    return `"@greenhook/${name}": ${JSON.stringify(`file:${join(resolve(folder), tarball)}`)}`;
  });
}
