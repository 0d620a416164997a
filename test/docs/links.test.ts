import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";
import { anchorsOf, linksOf } from "./links-of.ts";
import { pages, read, root } from "./markdown-pages.ts";

/** Why a link leads nowhere; `undefined` for one that is right, or leads out of the project. */
function fault(page: string, target: string): string | undefined {
  if (/^[a-z]+:/.test(target)) return /^(https|mailto):/.test(target) ? undefined : "is neither https nor relative";
  const [path = "", anchor] = target.split("#");
  const file = path === "" ? page : normalize(join(dirname(page), path));
  if (file.startsWith("..") || !existsSync(root + file)) return "there is no such file";
  if (anchor === undefined) return undefined;
  return file.endsWith(".md") && anchorsOf(read(file)).has(anchor) ? undefined : "there is no such heading";
}

test("no link in the documentation is dead", () => {
  const dead = pages.flatMap((page) =>
    linksOf(read(page)).flatMap(({ line, target }) => {
      const why = fault(page, target);
      return why === undefined ? [] : [`${page}:${line}: ${target}: ${why}`];
    }),
  );
  expect(dead).toEqual([]);
});

test("what packages bring to read leads to files that there are, and names every guide and package", () => {
  const online = "https://raw.githubusercontent.com/greenhook/greenhook/main/";
  const index = linksOf(readFileSync(`${root}packages/core/dist/llms.txt`, "utf8")).map(({ target }) => target.replace(online, ""));
  expect(index).toEqual([
    ...readdirSync(`${root}docs`).map((name) => `docs/${name}`),
    ...readdirSync(`${root}packages`).map((name) => `packages/${name}/README.md`),
  ]);
  const shipped = `${root}packages/cli/dist/docs/`;
  expect(readdirSync(shipped)).toEqual(readdirSync(`${root}docs`));
  const dead = readdirSync(shipped).flatMap((name) =>
    linksOf(readFileSync(shipped + name, "utf8"))
      .map(({ target }) => target.split("#")[0] ?? "")
      .filter((target) => !existsSync(target.startsWith(online) ? root + target.slice(online.length) : shipped + target))
      .filter((target) => !/^(https|mailto):/.test(target) || target.startsWith(online)),
  );
  expect(dead).toEqual([]);
});

test("linksOf() and anchorsOf() see what is there", () => {
  const page = "# The `x` of [y](z.md)\n\n```md\n[no](no.md)\n```\n## Twice\n## Twice\n`[no](no.md)` [yes](a.md#b) ![picture](c.png)\n";
  expect(linksOf(page).map(({ line, target }) => `${line} ${target}`)).toEqual(["1 z.md", "8 a.md#b", "8 c.png"]);
  expect([...anchorsOf(page)]).toEqual(["the-x-of-y", "twice", "twice-1"]);
  expect(fault("README.md", "docs/absent.md")).toBe("there is no such file");
  expect(fault("README.md", "#absent")).toBe("there is no such heading");
});
