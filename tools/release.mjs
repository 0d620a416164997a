// npm run release: publishes the tarball of each package whose version npm doesn't have yet. The release workflow packs in one job
// (--pack FOLDER), which runs all tests and third parties' code, and publishes in another (--from FOLDER), which runs nothing of the kind and may
// prove to npm where the tarballs come from.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values } = parseArgs({ options: { "dry-run": { type: "boolean" }, pack: { type: "string" }, from: { type: "string" } } });
// npm's own variables would change what npm and pnpm do.
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$)/i.test(name)));
const options = { cwd: root, env, shell: process.platform === "win32" };

const tarballs = resolve(values.from ?? values.pack ?? mkdtempSync(join(tmpdir(), "greenhook-release-")));
if (values.from === undefined) pack();
if (values.pack === undefined) publish();

function pack() {
  mkdirSync(tarballs, { recursive: true });
  execFileSync("npx", ["-y", "pnpm@12.21.0", "--filter", "./packages/*", "pack", "--pack-destination", tarballs], {
    ...options,
    stdio: "ignore",
  });
}

function publish() {
  const packages = readdirSync(join(root, "packages"))
    .map((folder) => JSON.parse(readFileSync(join(root, "packages", folder, "package.json"), "utf8")))
    .filter(({ private: isPrivate }) => !isPrivate)
    // What the others depend on comes first, so that nobody installs one whose core isn't there yet.
    .sort((a, b) => Object.keys(a.dependencies ?? {}).filter(isOurs).length - Object.keys(b.dependencies ?? {}).filter(isOurs).length);
  for (const { name, version } of packages) {
    if (spawnSync("npm", ["view", `${name}@${version}`, "version"], { ...options, encoding: "utf8" }).stdout.trim() === version) {
      console.log(`${name} ${version}: is there already`);
      continue;
    }
    const tarball = join(tarballs, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`);
    const flags = ["--access", "public", ...(values["dry-run"] ? ["--dry-run"] : ["--provenance"])];
    // Old ones know nothing of trusted publishing.
    execFileSync("npx", ["-y", "npm@11.19.1", "publish", tarball, ...flags], { ...options, stdio: "inherit" });
  }
}

function isOurs(name) {
  return /^(@greenhook\/|greenhook$)/.test(name);
}
