import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const site = `${root}tools/docs/dist/site/`;
let pages: ReadonlyMap<string, string>;

beforeAll(() => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["tools/docs/build.mjs"], { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(stdout + stderr);
  const files = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".html"));
  pages = new Map(files.map((name) => [name.replaceAll("\\", "/"), readFileSync(site + name, "utf8")]));
}, 600_000);

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

test("no code on the site is wider than its block at 1280 pixels, and no parameter is without a name", () => {
  const wide = [...pages]
    .filter(([page]) => !page.startsWith("source/"))
    .flatMap(([page, html]) => Array.from(html.matchAll(/<code[^>]*><span class="line">[^]*?<\/code>/g), ([code]) => ({ page, code })))
    .flatMap(({ page, code }) =>
      textOf(code)
        .split("\n")
        .map((line) => ({ page, line })),
    )
    .filter(({ line }) => line.length > 88);
  expect(wide).toEqual([]);
  expect([...pages].filter(([, html]) => html.includes("__namedParameters")).map(([page]) => page)).toEqual([]);
});

test.each([
  ["idempotency", "retries-and-duplicates"],
  ["retry", "retries-and-duplicates"],
  ["dead letter", "(quarantine|inbox)"],
  ["logging", "logging"],
  ["docker", "deploying"],
  ["nestjs", "getting-started"],
  ["serverless", "getting-started"],
  ["jest", "testing"],
  ["rate limit", "api-client"],
  ["reply", "replying"],
  ["command", "replying"],
  ["middleware", "replying"],
  ["conversation", "replying"],
  ["phone number", "replying"],
  ["group", "notifications"],
  ["voice message", "recipes"],
  ["@lid", "replying"],
])("the site's search for %j finds the guide %j first", async (query, guide) => {
  expect((await search(query))[0]).toMatch(new RegExp(`^/${guide}\\.html`));
});

test.each(["retry", "reply", "group", "rate limit"])("the site's search for %j finds guides before docstrings", async (query) => {
  expect((await search(query)).slice(0, 3).filter((path) => path.startsWith("/api/"))).toEqual([]);
});

/** The pages that the site's search box finds, best first: the same index, options and search as in the browser. */
async function search(query: string): Promise<readonly string[]> {
  const { default: MiniSearch } = await importFrom<{ default: SearchConstructor }>("node_modules/minisearch/dist/es/index.js");
  const { default: config } = await importFrom<{ default: SiteConfig }>(".vitepress/config.mjs");
  const chunk = readdirSync(`${site}assets/chunks`).find((name) => name.startsWith("@localSearchIndex")) ?? "";
  const { default: index } = await importFrom<{ default: string }>(`dist/site/assets/chunks/${chunk}`);
  const searchOptions = {
    prefix: true,
    boost: { title: 4, text: 2, titles: 1 },
    ...config.themeConfig.search.options.miniSearch.searchOptions,
  };
  const found = MiniSearch.loadJSON(index, { fields: ["title", "titles", "text"], storeFields: ["title", "titles"], searchOptions });
  return found.search(query).map(({ id }) => id);
}

interface SearchConstructor {
  loadJSON(index: string, options: object): { search(query: string): { id: string }[] };
}

interface SiteConfig {
  themeConfig: { search: { options: { miniSearch: { searchOptions: object } } } };
}

const importFrom = async <Module>(path: string): Promise<Module> =>
  (await import(pathToFileURL(`${root}tools/docs/${path}`).href)) as Module;

const entities: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };

function textOf(html: string): string {
  return html.replaceAll(/<[^>]+>/g, "").replaceAll(/&\w+;|&#\d+;/g, (entity) => entities[entity] ?? "?");
}
