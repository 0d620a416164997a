import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { entryPoints } from "../api.mjs";

const pages = fileURLToPath(new URL("../dist/pages/", import.meta.url));
const items = (...list) => list.map(([text, link]) => ({ text, link })).filter(({ link }) => existsSync(`${pages}${link.slice(1)}.md`));
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0d8050"/><path d="M11 7v11a5 5 0 0 0 10 0v-3m-3 3 3-4 3 4" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>';

export default {
  title: "Greenhook",
  description: "Receives GREEN-API webhooks in TypeScript: typed, validated, never lost.",
  lang: "en",
  srcDir: "dist/pages",
  outDir: "dist/site",
  cacheDir: "dist/cache",
  head: [["link", { rel: "icon", href: `data:image/svg+xml,${encodeURIComponent(icon)}` }]],
  markdown: { anchor: { slugify } },
  vite: { logLevel: "warn", build: { chunkSizeWarningLimit: 2_000 } },
  themeConfig: {
    logo: { src: `data:image/svg+xml,${encodeURIComponent(icon)}`, alt: "" },
    search: { provider: "local", options: { miniSearch: { searchOptions: { boostDocument, fuzzy } } } },
    outline: [2, 3],
    nav: [
      { text: "Guide", link: "/getting-started", activeMatch: "^/(?!api/|packages/)." },
      { text: "Packages", link: "/packages/core", activeMatch: "^/packages/" },
      { text: "API", link: "/api/", activeMatch: "^/api/" },
    ],
    sidebar: {
      "/": [
        {
          text: "Receive",
          items: items(
            ["Getting started", "/getting-started"],
            ["Event types", "/notifications"],
            ["Replying, commands, bots", "/replying"],
            ["Recipes", "/recipes"],
            ["Response codes", "/responses"],
            ["Retries and duplicates", "/retries-and-duplicates"],
            ["The durable inbox", "/inbox"],
            ["The inbox on Postgres", "/inbox-postgres"],
            ["Queues of your own", "/queues"],
            ["Quarantine: dead letters", "/quarantine"],
            ["Guarantees", "/guarantees"],
            ["Polling without a public URL", "/polling"],
            ["Recovering missed messages", "/reconcile"],
          ),
        },
        {
          text: "Operate",
          items: items(
            ["Frameworks and platforms", "/where-do-you-run"],
            ["Deploying behind a proxy", "/deploying"],
            ["Logs, metrics, traces", "/logging"],
            ["Several instances", "/several-instances"],
            ["Several machines", "/several-machines"],
            ["Instance settings", "/settings"],
            ["API client", "/api-client"],
            ["Testing", "/testing"],
            ["Security", "/security"],
            ["Migrating", "/migrating"],
          ),
        },
        {
          text: "Packages",
          collapsed: false,
          items: items(
            ["Core", "/packages/core"],
            ["Node", "/packages/node"],
            ["Express", "/packages/express"],
            ["Koa", "/packages/koa"],
            ["Fastify", "/packages/fastify"],
            ["NestJS", "/packages/nestjs"],
            ["Fetch runtimes", "/packages/fetch"],
            ["Lambda", "/packages/lambda"],
            ["Inbox", "/packages/inbox"],
            ["Inbox on Postgres", "/packages/inbox-postgres"],
            ["Inspector", "/packages/inspector"],
            ["OpenTelemetry", "/packages/opentelemetry"],
            ["Emulator", "/packages/emulator"],
            ["Command line", "/packages/cli"],
            ["Starter projects", "/packages/create-greenhook"],
            ["Contract of adapters", "/packages/contract"],
          ),
        },
        {
          text: "Project",
          items: items(["I want to …", "/find"], ["Contributing", "/contributing"], ["Changelog", "/changelog"]),
        },
      ],
      "/api/": [
        {
          text: "@greenhook/…",
          link: "/api/",
          items: Object.keys(entryPoints).map((name) => ({
            text: name.replace("@greenhook/", ""),
            link: `/api/${name.replace("@greenhook/", "")}`,
          })),
        },
      ],
    },
  },
};

/** As GitHub names headings, so that one link serves there and here. */
function slugify(heading) {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}_\- ]/gu, "")
    .replaceAll(" ", "-");
}

// The two below run in the browser: each is handed over as its text, and sees nothing else of this file.

/** How much a section counts: guides before packages, the docstrings and the project's own pages last. */
function boostDocument(path) {
  if (/(^|\/)api\//.test(path)) return 0.1;
  if (/\/(changelog|contributing|security|find)\b/.test(path)) return 0.3;
  return /(^|\/)packages\//.test(path) ? 0.6 : 1;
}

/** How many letters of a word may differ: none of a short one, since "jest" is not "rest". */
function fuzzy(word) {
  return word.length > 5 ? 0.15 : false;
}
