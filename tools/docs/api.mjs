// The API's pages, from the docstrings: one for each entry point that users import.
import { fileURLToPath } from "node:url";
import { Application, ReflectionKind, UnknownType } from "typedoc";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What is imported, the file it comes from, and what it is for. In this order in the menu. */
export const entryPoints = {
  "@greenhook/core": { file: "core/src/index.ts", about: "the webhook handler, the dispatcher, parsing, the readers, duplicates" },
  "@greenhook/core/types": { file: "core/src/types.ts", about: "every type of the wire; nothing at run time" },
  "@greenhook/core/api": { file: "core/src/api.ts", about: "the API client, settings, polling" },
  "@greenhook/core/schemas": { file: "core/src/schemas.ts", about: "zod and JSON Schema of every kind" },
  "@greenhook/node": { file: "node/src/index.ts", about: "a server, the quarantine on disk, address lists, downloads" },
  "@greenhook/express": { file: "express/src/index.ts", about: "the adapter for Express" },
  "@greenhook/koa": { file: "koa/src/index.ts", about: "the adapter for Koa" },
  "@greenhook/fetch": { file: "fetch/src/index.ts", about: "the adapter for everything that takes a `Request`" },
  "@greenhook/fastify": { file: "fastify/src/index.ts", about: "the adapter for Fastify" },
  "@greenhook/nestjs": { file: "nestjs/src/index.ts", about: "the module and the decorators for NestJS" },
  "@greenhook/lambda": { file: "lambda/src/index.ts", about: "the adapter for AWS Lambda" },
  "@greenhook/inbox": { file: "inbox/src/index.ts", about: "the durable inbox: store, worker, retries, dead letters" },
  "@greenhook/inbox-postgres": { file: "inbox-postgres/src/index.ts", about: "the durable inbox on Postgres, for several machines" },
  "@greenhook/inspector": { file: "inspector/src/index.ts", about: "watch a handler in a browser" },
  "@greenhook/opentelemetry": { file: "opentelemetry/src/index.ts", about: "spans and metrics" },
  "@greenhook/emulator": { file: "emulator/src/index.ts", about: "a GREEN-API for tests, its clock and its scenarios" },
  "@greenhook/emulator/notifications": { file: "emulator/src/notifications.ts", about: "notifications for tests, one factory per kind" },
  "@greenhook/core/contract": { file: "core/src/contract.ts", about: "for authors of adapters: the cases they have to pass" },
  "@greenhook/inbox/contract": {
    file: "inbox/src/contract.ts",
    about: "for authors of engines for the inbox: the cases they have to pass",
  },
  "@greenhook/core/node-http": { file: "core/src/node-http.ts", about: "for authors of adapters over `node:http`" },
  "@greenhook/core/web-stream": { file: "core/src/web-stream.ts", about: "for authors of adapters over web streams" },
};

export async function writeApiPages(out) {
  const application = await Application.bootstrapWithPlugins({
    plugin: ["typedoc-plugin-markdown"],
    entryPoints: Object.values(entryPoints).map(({ file }) => `${root}packages/${file}`),
    tsconfig: fileURLToPath(new URL("tsconfig.json", import.meta.url)),
    basePath: root,
    readme: "none",
    // npm test checks the types, each package against the globals of its own runtimes; here all packages are one program.
    skipErrorChecking: true,
    disableSources: true,
    disableGit: true,
    excludePrivate: true,
    excludeExternals: true,
    sort: ["source-order"],
    logLevel: "Error",
    outputFileStrategy: "modules",
    entryFileName: "index",
    hideBreadcrumbs: true,
    hidePageHeader: true,
    useCodeBlocks: true,
    useHTMLAnchors: true,
    expandObjects: false,
    parametersFormat: "table",
    interfacePropertiesFormat: "table",
    typeDeclarationFormat: "table",
    propertyMembersFormat: "table",
    groupOrder: ["Functions", "Variables", "Interfaces", "Type Aliases", "Classes", "References"],
    pageTitleTemplates: { module: ({ name }) => `@greenhook/${name}` },
  });
  const project = await application.convert();
  if (project === undefined || application.logger.hasErrors()) throw new Error("Cannot read the API's docstrings");
  const names = new Map(Object.entries(entryPoints).map(([name, { file }]) => [`packages/${file}`.replace(/(\/index)?\.ts$/, ""), name]));
  for (const module of project.children) {
    const name = names.get(module.name);
    if (name === undefined) throw new Error(`Cannot name the entry point "${module.name}"`);
    module.name = name.replace("@greenhook/", "");
  }
  // Spelled out, these types are a whole notification each time.
  for (const parameter of project.getReflectionsByKind(ReflectionKind.Parameter)) {
    if (parameter.name === "changes") parameter.type = new UnknownType("any of its fields, at any depth");
    // Typedoc's name for a parameter that is taken apart in the signature: with us, options.
    if (parameter.name === "__namedParameters") parameter.name = "options";
  }
  await application.outputs.writeOutput({ name: "markdown", path: out }, project);
}
