// npm run version: turns .changeset/*.md into the next version of all packages, and into an entry at the top of CHANGELOG.md.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const changelog = join(root, "CHANGELOG.md");
const changeset = (...args) => execFileSync(process.execPath, [join(root, "node_modules/@changesets/cli/bin.js"), ...args], { cwd: root });

const temporary = mkdtempSync(join(tmpdir(), "greenhook-version-"));
const plan = join(temporary, "plan.json");
changeset("status", `--output=${relative(root, plan)}`);
const { changesets, releases } = JSON.parse(readFileSync(plan, "utf8"));
rmSync(temporary, { recursive: true });
const [release] = releases;
if (release === undefined) throw new Error("Cannot make a version: .changeset holds no change");

const lines = changesets.map(({ summary }) => `- ${summary.trim().replaceAll("\n", "\n  ")}\n`);
const [title, ...older] = readFileSync(changelog, "utf8").split(/(?=^## )/m);
writeFileSync(changelog, [title, `## ${release.newVersion}\n\n${lines.join("")}\n`, ...older].join(""));
changeset("version");
console.log(`Version ${release.newVersion}: look at CHANGELOG.md, then commit`);
