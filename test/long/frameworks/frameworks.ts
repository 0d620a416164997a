/** An app of a framework, built and started as its users build and start it. Its source is in tools/frameworks/apps or tools/soak-frameworks/apps. */
export interface FrameworkApp {
  readonly name: string;
  readonly folder: string;
  /** The arguments of Node. */
  readonly build?: readonly string[];
  /** The arguments of the runtime. The port is in `PORT`, or free and printed. */
  readonly start: readonly string[];
  /** The environment of the build and of the server. */
  readonly env?: Readonly<Record<string, string>>;
  readonly runtime?: "node" | "bun" | "node22";
  readonly mounts: readonly Mount[];
}

/** A way to mount the webhook handler. */
export interface Mount {
  /** As the table has it. */
  readonly mounted: string;
  /** The URL's path to two handlers: `without` a quarantine and `with` one. */
  readonly path: string;
  /** Whether a body parser of the framework reads the body first. */
  readonly behindBodyParser?: boolean;
  /** The status of a request with two Authorization lines: 200 where the framework drops the second before anyone sees it. */
  readonly twoAuthorizationLines: 200 | 401;
  /** The responses that differ from the contract's, by the cases' ids: without a quarantine and with one. */
  readonly differences?: Readonly<Record<string, { readonly D: string; readonly Q: string }>>;
  /** Cases whose client may find a closed connection instead of the response, since it is still sending. */
  readonly mayClose?: readonly string[];
  /** Why that can't pass, and the way around. */
  readonly note?: string;
}

/** Large bodies that are refused while the client is still sending. */
const large: readonly string[] = ["18", "29"];
const closes = "may reset (1)";
const forbidden = { D: "403 foreign", Q: "403 foreign" };
const forForms = Object.fromEntries(["23.1", "23.5", "23.6", "24.1", "24.2"].map((id) => [id, forbidden]));

const nestModule: Mount = { mounted: "`GreenhookModule.forRoot(…)` of @greenhook/nestjs", path: "module/", twoAuthorizationLines: 401 };

/** Those of `npm run test:long`. */
export const frameworkApps: readonly FrameworkApp[] = [
  {
    name: "NestJS 12 on Express",
    folder: "nest-express",
    start: ["main.js"],
    mounts: [{ mounted: "`app.use(path, toExpressHandler(handler))` in `main.ts`", path: "", twoAuthorizationLines: 401 }, nestModule],
  },
  {
    name: "NestJS 12 on Fastify",
    folder: "nest-fastify",
    start: ["main.js"],
    mounts: [{ mounted: "`app.register(greenhookPlugin, …)` in `main.ts`", path: "", twoAuthorizationLines: 401 }, nestModule],
  },
  {
    name: "Hono 4 on Node",
    folder: "hono",
    start: ["node.js"],
    mounts: [{ mounted: "`toFetchHandler`", path: "", twoAuthorizationLines: 401, mayClose: large, note: closes }],
  },
  {
    name: "Hono 4 on Bun",
    folder: "hono",
    runtime: "bun",
    start: ["bun.js"],
    mounts: [{ mounted: "`toFetchHandler`", path: "", twoAuthorizationLines: 401, mayClose: large, note: closes }],
  },
  {
    name: "Next 16",
    folder: "next",
    build: ["../../node_modules/next/dist/bin/next", "build"],
    start: ["../../node_modules/next/dist/bin/next", "start", "--hostname", "127.0.0.1"],
    env: { NEXT_TELEMETRY_DISABLED: "1" },
    mounts: [
      {
        mounted: "app router, `toFetchHandler` for every method",
        path: "app/",
        twoAuthorizationLines: 200,
        mayClose: large,
        note: `${closes}; drops the second line (2)`,
      },
      { mounted: "`pages/api`, `bodyParser: false`, `toNodeListener`", path: "api/bytes/", twoAuthorizationLines: 401 },
      {
        mounted: "`pages/api` as it is, `toNodeListener`",
        path: "api/parsed/",
        behindBodyParser: true,
        twoAuthorizationLines: 401,
        // Next makes a text of it, and a text is read as JSON.
        differences: { "57.4": { D: "400 JSON", Q: "200 quarantined JSON" } },
        note: "Next parses first, with its own 400 and its limit of 1 MB; better with `bodyParser: false`",
      },
    ],
  },
  {
    name: "SvelteKit 3, adapter-node",
    folder: "sveltekit",
    runtime: "node22",
    build: ["../../node_modules/vite/bin/vite.js", "build"],
    start: ["build/index.js"],
    env: { HOST: "127.0.0.1", BODY_SIZE_LIMIT: "Infinity", ORIGIN: "http://127.0.0.1" },
    mounts: [
      {
        mounted: "`toFetchHandler` as `fallback`",
        path: "",
        twoAuthorizationLines: 200,
        differences: forForms,
        mayClose: large,
        note: `its CSRF check refuses text, form and no \`Content-Type\` (GREEN-API sends JSON), unless \`csrf.trustedOrigins\` is \`["*"]\`; needs \`BODY_SIZE_LIMIT=8M\`; ${closes}; drops the second line (2)`,
      },
    ],
  },
  {
    name: "Nuxt 4",
    folder: "nuxt",
    runtime: "node22",
    build: ["../../node_modules/nuxt/bin/nuxt.mjs", "build"],
    start: [".output/server/index.mjs"],
    env: { HOST: "127.0.0.1" },
    mounts: [{ mounted: "`fromNodeMiddleware(toNodeListener(handler))`", path: "", twoAuthorizationLines: 401 }],
  },
];

/** Those of `npm run soak`. */
export const soakApps: readonly FrameworkApp[] = [
  {
    name: "Hapi 21",
    folder: "hapi",
    start: ["main.js"],
    mounts: [{ mounted: '`server.ext("onRequest", …)` and `toNodeListener`', path: "", twoAuthorizationLines: 401 }],
  },
  {
    name: "node:http2",
    folder: "http2",
    start: ["main.js"],
    mounts: [{ mounted: "`toNodeListener`, behind a proxy", path: "", twoAuthorizationLines: 401 }],
  },
  {
    name: "serverless-http 4",
    folder: "serverless",
    start: ["main.js"],
    mounts: [{ mounted: "Express 5 and `toExpressHandler`, a function URL's events", path: "", twoAuthorizationLines: 401 }],
  },
  {
    name: "Azure Functions 4",
    folder: "azure",
    start: ["main.js"],
    mounts: [{ mounted: "`toFetchHandler` with Azure's own `HttpRequest`", path: "", twoAuthorizationLines: 401 }],
  },
  {
    name: "functions-framework 5",
    folder: "functions",
    start: ["../../node_modules/@google-cloud/functions-framework/build/src/main.js", "--target=webhook", "--source=main.js"],
    mounts: [
      {
        mounted: "`toNodeListener`",
        path: "",
        behindBodyParser: true,
        twoAuthorizationLines: 401,
        note: "the framework parses first and answers broken JSON itself; `rawBody` is taken",
      },
    ],
  },
  {
    name: "Astro 7, node standalone",
    folder: "astro",
    runtime: "node22",
    build: ["../../node_modules/astro/bin/astro.mjs", "build"],
    start: ["dist/server/entry.mjs"],
    env: { HOST: "127.0.0.1", ASTRO_TELEMETRY_DISABLED: "1" },
    mounts: [
      {
        mounted: "`toFetchHandler` as `ALL`",
        path: "",
        twoAuthorizationLines: 200,
        differences: forForms,
        mayClose: large,
        note: `its CSRF check refuses text, form and no \`Content-Type\` (GREEN-API sends JSON), unless \`security.checkOrigin\` is off; ${closes}; drops the second line (2)`,
      },
    ],
  },
  {
    name: "React Router 8",
    folder: "react-router",
    runtime: "node22",
    build: ["../../node_modules/@react-router/dev/bin.cjs", "build"],
    start: ["../../node_modules/@react-router/serve/bin.cjs", "build/server/index.js"],
    env: { HOST: "127.0.0.1" },
    mounts: [
      {
        mounted: "`toFetchHandler` as `action` and `loader`",
        path: "",
        twoAuthorizationLines: 200,
        mayClose: large,
        note: `${closes}; drops the second line (2)`,
      },
    ],
  },
];

/** The table in the contract's README. */
export function frameworksTable(cases: number): string {
  const rows = [...frameworkApps, ...soakApps].flatMap(({ name, mounts }) =>
    mounts.map(({ mounted, differences = {}, twoAuthorizationLines, note = "" }) => [
      name,
      mounted,
      `${cases - Object.keys(differences).length} of ${cases}`,
      String(twoAuthorizationLines),
      note,
    ]),
  );
  const head = ["framework", "mounted", "contract", "two `Authorization` lines", "what can't pass, and the way around"];
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
