import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { publishedPackages } from "./published-packages.ts";
import { targetsOf } from "./targets-of.ts";

/** How many dependencies each may have; the command line brings what it needs. */
const dependencies: Readonly<Record<string, number>> = {
  "@greenhook/core": 3,
  "@greenhook/inbox-postgres": 2,
  "@greenhook/inspector": 2,
  greenhook: Infinity,
};

/** What the user's program must share with it. */
const peers: Readonly<Record<string, readonly string[]>> = {
  "@greenhook/inbox-postgres": ["pg-boss"],
  "@greenhook/nestjs": ["@nestjs/common", "@nestjs/core"],
  "@greenhook/opentelemetry": ["@opentelemetry/api"],
  // Optional: they need a newer Node than the commands that work without it.
  greenhook: ["@greenhook/inbox", "@greenhook/inbox-postgres"],
};

/** Those that need a newer Node than the others. */
const engines: Readonly<Record<string, string>> = { "@greenhook/inbox": ">=22.13", "@greenhook/inbox-postgres": ">=22.13" };

test("fourteen packages are published, all with one version", () => {
  expect(publishedPackages.map(({ folder }) => folder)).toEqual([
    "cli",
    "core",
    "create-greenhook",
    "emulator",
    "express",
    "fastify",
    "fetch",
    "inbox",
    "inbox-postgres",
    "inspector",
    "koa",
    "lambda",
    "nestjs",
    "node",
    "opentelemetry",
  ]);
  expect(new Set(publishedPackages.map(({ manifest }) => manifest.version)).size).toBe(1);
});

describe.each(publishedPackages)("the package.json of $name", ({ name, folder, path, manifest }) => {
  test("says where it comes from and how it is published", () => {
    expect(manifest).toMatchObject({
      type: "module",
      license: "MIT",
      repository: { type: "git", url: "git+https://github.com/greenhook/greenhook.git", directory: `packages/${folder}` },
      homepage: `https://github.com/greenhook/greenhook/tree/main/packages/${folder}#readme`,
      bugs: { url: "https://github.com/greenhook/greenhook/issues" },
      keywords: expect.arrayContaining(["green-api", "webhook"]) as unknown,
      publishConfig: { access: "public", provenance: true },
      engines: { node: engines[name] ?? ">=20.19" },
    });
    expect(manifest["description"]).toMatch(/^[A-Z].{20,}\.$/);
    expect(existsSync(join(path, "LICENSE"))).toBe(true);
  });

  test("lets bundlers drop what isn't used", () => {
    expect(manifest["sideEffects"]).toBe(manifest.bin === undefined ? false : undefined);
  });

  test("runs nothing when it is installed or packed", () => {
    expect(manifest.scripts).toBeUndefined();
  });

  test("points to files that were built, and offers its own package.json", () => {
    expect(targetsOf(manifest).filter((file) => !existsSync(join(path, file)))).toEqual([]);
    expect(manifest.exports).toHaveProperty(["./package.json"], "./package.json");
  });

  test("names its entries for every resolver: `types` first, what Node shares between import and require, CommonJS last", () => {
    for (const [path, target] of Object.entries(manifest.exports ?? {})) {
      if (path.endsWith(".json")) continue;
      const { types, ...programs } = target as Readonly<Record<string, unknown>>;
      expect(Object.keys(target as object)[0]).toBe("types");
      expect(Object.keys(types as object)).toEqual(["import", "require"]);
      if (path === "./types") expect(programs).toEqual({});
      else expect(Object.keys(programs)).toEqual(["module-sync", "import", "require"]);
      expect(programs["module-sync"]).toBe(programs["import"]);
      // What knew no `exports`, such as TypeScript's `node10`.
      const { import: esTypes } = types as Readonly<Record<string, string>>;
      if (path === ".") expect(manifest).toMatchObject({ main: programs["require"], types: esTypes });
      else expect(manifest.typesVersions?.["*"]?.[path.slice(2)]).toEqual([esTypes]);
    }
    for (const condition of Object.values(manifest.imports ?? {})) expect(Object.keys(condition as object)[0]).toBe("types");
  });

  test("stays within its number of dependencies", () => {
    expect(Object.keys(manifest.dependencies ?? {}).length).toBeLessThanOrEqual(dependencies[name] ?? 1);
    expect(Object.keys({ ...(manifest["peerDependencies"] as object), ...(manifest["optionalDependencies"] as object) })).toEqual(
      peers[name] ?? [],
    );
  });
});

test("what users install may be patched without a release of ours", () => {
  const workspace = readFileSync(new URL("../../pnpm-workspace.yaml", import.meta.url), "utf8");
  expect(workspace).toMatch(/^ {2}undici: \^7/m);
  expect(workspace).toMatch(/^ {2}zod: ~4/m);
});

test("the job that may publish runs nothing else, and third parties' actions are pinned", () => {
  const workflow = readFileSync(new URL("../../.github/workflows/release.yml", import.meta.url), "utf8");
  const [before = "", publish = ""] = workflow.split("\n  publish:\n");
  expect(before).not.toContain("id-token");
  expect(publish).toContain("id-token: write");
  expect([...publish.matchAll(/ run: (.+)/g)].map(([, command]) => command)).toEqual(["node tools/release.mjs --from tarballs"]);
  const actions = [...workflow.matchAll(/ uses: (.+)/g)].map(([, action]) => action);
  expect(actions.every((action) => /@[0-9a-f]{40} # v/.test(action ?? ""))).toBe(true);
});
