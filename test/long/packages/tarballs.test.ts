import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packPackages } from "../../packages/pack-packages.ts";
import { publishedPackages, type Manifest } from "../../packages/published-packages.ts";
import { runQuietly } from "../../packages/run-quietly.ts";
import { targetsOf } from "../../packages/targets-of.ts";

const modules = fileURLToPath(new URL("../../../node_modules/", import.meta.url));
const temporary = mkdtempSync(join(tmpdir(), "greenhook-tarballs-"));
beforeAll(() => {
  packPackages(
    publishedPackages.map(({ folder }) => folder),
    temporary,
  );
});
afterAll(() => rmSync(temporary, { recursive: true }));

describe.each(publishedPackages)("the tarball of $name", ({ name, folder, path, manifest }) => {
  const tarball = join(temporary, `${name.replace("@", "").replace("/", "-")}-${manifest.version}.tgz`);
  const unpacked = join(temporary, folder);
  let files: readonly string[];
  let packed: Manifest;
  beforeAll(() => {
    mkdirSync(unpacked);
    runQuietly("tar", ["-xzf", tarball, "--strip-components=1"], unpacked);
    packed = JSON.parse(readFileSync(join(unpacked, "package.json"), "utf8")) as Manifest;
    files = readdirSync(unpacked, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(unpacked.length + 1));
  });

  test("satisfies publint", () => {
    const { status, stdout } = spawnSync(process.execPath, [`${modules}publint/src/cli.js`, "run", "--strict", tarball], {
      encoding: "utf8",
    });
    expect({ status, stdout }).toMatchObject({ status: 0 });
  });

  test("satisfies are the types wrong, for every resolver", () => {
    const program = [`${modules}@arethetypeswrong/cli/dist/index.js`, tarball, "--no-color"];
    const { status, stdout } = spawnSync(process.execPath, program, { encoding: "utf8" });
    expect({ status, stdout }).toMatchObject({ status: 0 });
  });

  test("holds what was built, its sources, a licence and a README", () => {
    const others = files.filter(
      (file) =>
        !/^(dist\/(.+\.(js|d\.ts|d\.cts)(\.map)?|commonjs\/.+\.cjs|openapi\.json|llms\.txt|docs\/[\w-]+\.md)|templates\/.+|src\/.+\.(ts|cts|md))$/.test(
          file,
        ),
    );
    expect(others.sort()).toEqual(["LICENSE", "README.md", "package.json"]);
    expect(targetsOf(packed).filter((file) => !files.includes(file.replace("./", "")))).toEqual([]);
  });

  test("holds nothing whose source is gone", () => {
    const stale = files
      .filter((file) => /^dist\/(?!bundled\/|commonjs\/).+\.(js|d\.ts|d\.cts)(\.map)?$/.test(file))
      .filter((file) => {
        const source = join(path, "src", file.slice("dist/".length).replace(/\.(js|d\.ts|d\.cts)(\.map)?$/, ""));
        return !existsSync(`${source}.${file.includes(".d.cts") ? "cts" : "ts"}`);
      });
    expect(stale).toEqual([]);
  });

  // Nobody goes to a definition in a program. The declarations for CommonJS lead to the others.
  test.skipIf(manifest.bin !== undefined)("has maps from each declaration and each program to the sources in it", () => {
    const mapped = files.filter((file) => /\.(js|d\.ts|d\.cts)$/.test(file) && !/^(src|dist\/commonjs)\//.test(file));
    const gone = mapped.flatMap((file) => {
      const { sources } = JSON.parse(readFileSync(join(unpacked, `${file}.map`), "utf8")) as { sources: readonly string[] };
      return sources.map((source) => join(dirname(file), source)).filter((source) => !files.includes(source));
    });
    expect(gone).toEqual([]);
  });

  test("names versions that npm understands, and no scripts", () => {
    expect(packed.scripts).toBeUndefined();
    const ranges = Object.values(packed.dependencies ?? {});
    expect(ranges.filter((range) => !/^[\^~]?\d+\.\d+\.\d+$/.test(range))).toEqual([]);
    for (const [dependency, range] of Object.entries(packed.dependencies ?? {}))
      if (dependency.startsWith("@greenhook/")) expect(range).toBe(`^${manifest.version}`);
  });
});
