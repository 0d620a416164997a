import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { blocksOf, fileOf, read, root } from "../../docs/markdown-pages.ts";
import { installTarballs } from "../../packages/install-tarballs.ts";
import { packPackages } from "../../packages/pack-packages.ts";

// What a newcomer does: installs, makes a tsconfig.json as the README says, and copies a quick start.
let project: string;
beforeAll(() => {
  const tarballs = mkdtempSync(join(tmpdir(), "greenhook-tarballs-"));
  const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { devDependencies: Record<string, string> };
  const others = ["express", "fastify", "koa", "koa-mount", "@types/express", "@types/koa", "@types/koa-mount", "@types/node"];
  expect(Object.keys(devDependencies)).toEqual(expect.arrayContaining(others));
  const versions = others.map((name) => `${name}@${installedVersion(name)}`);
  project = installTarballs(packPackages(["core", "node", "express", "koa", "fastify"], tarballs), versions);
  rmSync(tarballs, { recursive: true });
}, 300_000);
afterAll(() => rmSync(project, { recursive: true }));

const quickStarts = [
  ["README.md", "server.ts"],
  ["README.md", "node-server.ts"],
  ["packages/node/README.md", "server.ts"],
  ["packages/express/README.md", "server.ts"],
  ["packages/koa/README.md", "server.ts"],
  ["packages/fastify/README.md", "server.ts"],
] as const;

test.each(["typescript-5.9", "typescript-6", "typescript"])(
  "with %s, every quick start type-checks in a fresh `tsc --init` project",
  (name) => {
    rmSync(join(project, "tsconfig.json"), { force: true });
    const [, options = ""] = /npx tsc (--init \S+ \S+)/.exec(read("README.md")) ?? [];
    expect(compiler(name, ...options.split(" "))).toMatch(/tsconfig\.json/);
    for (const [page, file] of quickStarts) {
      const block = blocksOf(page).find((candidate) => fileOf(candidate) === file);
      writeFileSync(join(project, "server.ts"), block?.text ?? "missing");
      expect(`${page}: ${compiler(name, "--noEmit")}`).toBe(`${page}: `);
    }
  },
);

function compiler(name: string, ...options: readonly string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, "node_modules", name, "bin/tsc"), ...options], {
    cwd: project,
    encoding: "utf8",
  });
  return stdout + stderr;
}

function installedVersion(name: string): string {
  return (JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")) as { version: string }).version;
}
