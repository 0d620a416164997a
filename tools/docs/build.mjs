// npm run docs: the documentation as a site, in tools/docs/dist/site. Needs the network only to install the tools, once.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = join(here, "../..");
const out = join(here, "dist/pages");

const wanted = readFileSync(`${here}package.json`, "utf8");
const stamp = `${here}node_modules/.greenhook-setup`;
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
  console.log("Installing typedoc and vitepress into tools/docs (once) …");
  const options = ["install", "--no-audit", "--no-fund", "--package-lock=false", "--ignore-scripts", "--silent"];
  // npm's own variables would change what it does here.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$)/i.test(name)));
  const { status, stderr } = spawnSync("npm", options, { cwd: here, env, encoding: "utf8", shell: process.platform === "win32" });
  if (status !== 0) throw new Error(`Cannot install the tools of the documentation: ${stderr}`);
  writeFileSync(stamp, wanted);
}

const { entryPoints, writeApiPages } = await import("./api.mjs");
const { formatCode } = await import("./format-code.mjs");
const { build } = await import("vitepress");
const { llmsText } = await import("../guides.mjs");

const read = (path) => readFileSync(join(root, path), "utf8");
const foldersIn = (path) => readdirSync(join(root, path), { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** Where each page of the project is on the site. */
const places = new Map([
  ["README.md", "index.md"],
  ["CONTRIBUTING.md", "contributing.md"],
  ["SECURITY.md", "security.md"],
  ["CHANGELOG.md", "changelog.md"],
  ["packages/core/src/contract/README.md", "packages/contract.md"],
  ...readdirSync(join(root, "docs")).map((name) => [`docs/${name}`, name]),
  ...foldersIn("packages")
    .filter(({ name }) => existsSync(join(root, "packages", name, "README.md")))
    .map(({ name }) => [`packages/${name}/README.md`, `packages/${name}.md`]),
]);

/** Files of the source that pages link to: they get pages too, so that the site leads nowhere else. */
const sources = new Set();
const sourcePageOf = (path) => `source/${path.replaceAll(".", "-")}.md`;

function write(place, text) {
  const path = join(out, place);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, withoutExpressions(text));
}

/** A page with its links as they are on the site. */
function onSite(page, place, text) {
  return outsideOfBlocks(text, (line) =>
    line.replaceAll(/(?<=\]\()([^)\s#:]+)(#[^)\s]*)?(?=\))/g, (link, path, anchor = "") => {
      const file = posix.normalize(posix.join(posix.dirname(page), path)).replace(/\/$/, "");
      if (!places.has(file)) sources.add(file);
      return posix.relative(posix.dirname(place), places.get(file) ?? sourcePageOf(file)).replace(/^(?!\.)/, "./") + anchor;
    }),
  );
}

/** Code within a line that vitepress would take for a template's expression: `{{SWE001}}`. */
function withoutExpressions(text) {
  return outsideOfBlocks(text, (line) => line.replaceAll(/`([^`]*\{\{[^`]*)`/g, "<code v-pre>$1</code>"));
}

function outsideOfBlocks(text, change) {
  let fenced = false;
  return text
    .split("\n")
    .map((line) => {
      if (line.startsWith("```")) fenced = !fenced;
      return fenced ? line : change(line);
    })
    .join("\n");
}

function sourcePage(path) {
  const title = `# ${path}\n\n`;
  const head = "---\nsearch: false\neditLink: false\n---\n\n";
  if (!statSync(join(root, path)).isDirectory()) return `${head}${title}~~~~${posix.extname(path).slice(1)}\n${read(path)}~~~~\n`;
  const files = readdirSync(join(root, path)).map((name) => {
    const file = `${path}/${name}`;
    sources.add(file);
    return `- [${name}](./${posix.relative(posix.dirname(sourcePageOf(path)), sourcePageOf(file))})`;
  });
  return `${head}${title}${files.join("\n")}\n`;
}

/**
 * An API page whose headings have the names that typedoc's links use. Abstract classes it gives none, and neither a constructor's second
 * signature, whose heading would get the name of the next class' constructor.
 */
function withAnchors(text) {
  let signatures = 0;
  return text
    .replaceAll(/<a id="([^"]+)"><\/a>\n\n(#+ .*)/g, "$2 {#$1}")
    .replaceAll(/^(#+ Constructor)$/gm, (_, heading) => `${heading} {#constructor-signature-${++signatures}}`)
    .replaceAll(/^(#+) `abstract` (\w+)$/gm, (_, level, name) => `${level} ${name} {#${name.toLowerCase()}}`);
}

function apiIndex() {
  const rows = Object.entries(entryPoints).map(
    ([name, { about }]) => `| [\`${name}\`](./${name.replace("@greenhook/", "")}.md) | ${about} |`,
  );
  return `# API\n\nWhat each entry point exports, from the docstrings of the source.\n\n| Import | What it has |\n|---|---|\n${rows.join("\n")}\n`;
}

/** A section of the README, without its heading. */
function sectionOf(heading) {
  const [, section] = read("README.md").split(`\n## ${heading}\n`);
  if (section === undefined) throw new Error(`Cannot find the section "${heading}" in README.md`);
  return section.split("\n## ")[0];
}

const started = Date.now();
rmSync(join(here, "dist"), { recursive: true, force: true });
for (const [page, place] of places) if (page !== "README.md") write(place, onSite(page, place, read(page)));
const [, quickStart] = sectionOf("Quick start").match(/(^```ts\n[^]*?^```$)/m);
const home = readFileSync(`${here}home.md`, "utf8").replace("<!-- quick start -->", () => quickStart);
write("index.md", onSite("README.md", "index.md", home));
write("find.md", `# I want to …\n${onSite("README.md", "find.md", sectionOf("I want to …"))}`);
const written = new Set();
for (const path of sources) {
  if (written.has(path)) continue;
  written.add(path);
  write(sourcePageOf(path), sourcePage(path));
}
await writeApiPages(join(out, "api"));
const apiPages = readdirSync(join(out, "api"), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
const formatted = formatCode(apiPages.map((name) => readFileSync(join(out, "api", name), "utf8")));
for (const [index, name] of apiPages.entries()) write(`api/${name}`, withAnchors(formatted[index]));
write("api/index.md", apiIndex());
write("public/llms.txt", llmsText());
await build(here);
const built = readdirSync(join(here, "dist/site"), { recursive: true }).filter((name) => name.endsWith(".html"));
console.log(
  `${built.length} pages in ${relative(process.cwd(), join(here, "dist/site"))} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
);
