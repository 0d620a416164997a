// TypeScript on the API's pages, broken into lines that fit a block: signatures come in one line each, examples as wide as the source.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** What a block shows without scrolling where the window is 1280 pixels wide. */
const columns = 88;
const oxfmt = fileURLToPath(new URL("../../node_modules/oxfmt/bin/oxfmt", import.meta.url));
const block = /(?<=^```ts\n)[^]*?(?=^```$)/gm;

/** The pages with each block formatted, except for what isn't TypeScript by itself, such as a constructor's signature. */
export function formatCode(pages) {
  const blocks = new Set(pages.flatMap((page) => page.match(block) ?? []));
  const statements = format([...blocks]);
  const others = [...blocks].filter((code) => !statements.has(code));
  // A method's signature is TypeScript only within an interface, a constant's only as a declaration.
  const methods = format(others.map((code) => `interface Methods {\n${code}}\n`));
  const constants = format(others.map((code) => `declare ${code}`));
  const formatted = (code) =>
    statements.get(code) ??
    unwrapped(methods.get(`interface Methods {\n${code}}\n`)) ??
    constants.get(`declare ${code}`)?.replace("declare ", "") ??
    code;
  return pages.map((page) => page.replaceAll(block, (code) => withCommentsAbove(formatted(code))));
}

/** A comment at the end of a line that is too long stands above it. */
function withCommentsAbove(code) {
  return code.replaceAll(/^( *)(.*\S) (\/\/ .*)$/gm, (line, indent, statement, comment) =>
    line.length <= columns ? line : `${indent}${comment}\n${indent}${statement}`,
  );
}

/** Each text that could be parsed, with what became of it. */
function format(texts) {
  const folder = mkdtempSync(join(tmpdir(), "greenhook-docs-"));
  const files = texts.map((_, index) => `${folder}/${index}.ts`);
  writeFileSync(`${folder}/.oxfmtrc.json`, JSON.stringify({ printWidth: columns }));
  for (const [index, text] of texts.entries()) writeFileSync(files[index], text);
  const { stdout, stderr } = spawnSync(process.execPath, [oxfmt, folder], { cwd: folder, encoding: "utf8" });
  const failed = new Set(`${stdout}${stderr}`.match(/\d+(?=\.ts\b)/g));
  const done = texts.map((text, index) => [text, readFileSync(files[index], "utf8")]).filter((_, index) => !failed.has(String(index)));
  rmSync(folder, { recursive: true });
  return new Map(done);
}

function unwrapped(text) {
  return text
    ?.split("\n")
    .slice(1, -2)
    .map((line) => line.replace(/^ {2}/, ""))
    .join("\n")
    .concat("\n");
}
