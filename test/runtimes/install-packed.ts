import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const packages = ["core", "node", "express", "koa", "fetch", "fastify", "lambda"];

/** What npm would publish, installed in a folder of its own next to the programs that use it. */
export function installPacked(): string {
  const folder = mkdtempSync(join(tmpdir(), "greenhook-packed-"));
  for (const name of packages) run("npx", ["-y", "pnpm@12.21.0", "pack", "--pack-destination", folder], join(root, "packages", name));
  const tarballs = readdirSync(folder).filter((name) => name.endsWith(".tgz"));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "packed", private: true, type: "module" }));
  run("npm", ["install", "--no-audit", "--no-fund", "--fetch-retries=1", ...tarballs.map((name) => `./${name}`)], folder);
  cpSync(fileURLToPath(new URL("programs", import.meta.url)), folder, { recursive: true });
  return folder;
}

/** npm's own variables would change what npm does. */
function run(command: string, args: readonly string[], cwd: string): void {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$)/i.test(name)));
  execFileSync(command, args, { cwd, env: { ...env, CI: "1" }, stdio: ["ignore", "ignore", "pipe"] });
}
