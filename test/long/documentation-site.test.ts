import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const site = `${root}tools/docs/dist/site/`;
let pages: ReadonlyMap<string, string>;

beforeAll(() => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["tools/docs/build.mjs"], { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(stdout + stderr);
  const files = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
  pages = new Map(files.map((name) => [name.replaceAll("\\", "/"), readFileSync(site + name, "utf8")]));
}, 300_000);

test("no link on the site is dead", () => {
  const idsOf = new Map([...pages].map(([name, html]) => [name, new Set(Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id]) => id))]));
  const dead: string[] = [];
  let links = 0;
  for (const [page, html] of pages) {
    if (page === "404.html") continue;
    for (const [, address = ""] of html.matchAll(/<a\s[^>]*href="([^"]*)"/g)) {
      if (/^(https|mailto):/.test(address)) continue;
      links += 1;
      const [path = "", anchor] = decodeURI(address).split("#");
      const target = path === "" ? page : posix.join(path.startsWith("/") ? "." : posix.dirname(page), path);
      const file = path.endsWith("/") || target === "." ? posix.join(target, "index.html") : target;
      const found = idsOf.get(file);
      if (found === undefined ? !existsSync(site + file) : anchor !== undefined && anchor !== "" && !found.has(anchor)) {
        dead.push(`${page}: ${address}`);
      }
    }
  }
  expect(dead).toEqual([]);
  expect(links).toBeGreaterThan(1_000);
});

test("the site loads nothing from elsewhere", () => {
  const files = readdirSync(`${site}assets`, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".css"));
  const text = files.map((name) => readFileSync(`${site}assets/${name}`, "utf8")).join("\n");
  expect(text).not.toMatch(/(@import|url\()\s*["']?(https?:)?\/\//);
  const loading = [...pages].filter(([, html]) => /<(script|img|iframe|link)\b[^>]*(src|href)="(https?:)?\/\//.test(html));
  expect(loading.map(([page]) => page)).toEqual([]);
});
