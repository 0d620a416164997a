import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { installPacked } from "./install-packed.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const adapters = ["express", "koa", "fetch", "fastify", "lambda"];

let packed: string;
beforeAll(() => {
  packed = installPacked();
  cpSync(join(root, "node_modules/@types/node"), join(packed, "node_modules/@types/node"), { recursive: true, dereference: true });
  cpSync(join(root, "node_modules/.pnpm/node_modules/undici-types"), join(packed, "node_modules/undici-types"), {
    recursive: true,
    dereference: true,
  });
  writeFileSync(join(packed, "consumer.ts"), consumer);
}, 120_000);
afterAll(() => rmSync(packed, { recursive: true, force: true }));

const consumer = `
import { createDispatcher, createWebhookHandler } from "@greenhook/core";
import { contractCases, createContractHandler, runContract } from "@greenhook/core/contract";
import { toExpressHandler } from "@greenhook/express";
import { greenhookPlugin } from "@greenhook/fastify";
import { toFetchHandler } from "@greenhook/fetch";
import { toKoaMiddleware } from "@greenhook/koa";
import { toLambdaHandler } from "@greenhook/lambda";

const handler = createWebhookHandler({ token: "secret", deliver: createDispatcher().onText((_notification, text) => void text.length) });
export const mounted = [toExpressHandler(handler), toKoaMiddleware(handler), toLambdaHandler(handler), greenhookPlugin];
export const receive: (request: Request) => Promise<Response> = toFetchHandler(handler);
export const results = runContract("http://127.0.0.1/", { quarantine: false, cases: contractCases });
export const other = createContractHandler({ quarantine: true });
`;

/** What the compiler says to a project with these types, with `skipLibCheck` off. */
function compile(lib: readonly string[], types: readonly string[]): string {
  const compilerOptions = { target: "ES2022", lib, types, module: "NodeNext", strict: true, noEmit: true, skipLibCheck: false };
  writeFileSync(join(packed, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["consumer.ts"] }));
  return spawnSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", packed], { encoding: "utf8" }).stdout;
}

test.each([
  { title: "only the DOM's types", lib: ["ES2022", "DOM", "DOM.Iterable"], types: [] },
  { title: "only Node's types", lib: ["ES2022"], types: ["node"] },
])("a project with $title compiles against the packed declarations, all of them checked", { timeout: 120_000 }, ({ lib, types }) => {
  expect(compile(lib, types)).toBe("");
});

test("a project with neither is told that Request is missing", { timeout: 120_000 }, () => {
  expect(compile(["ES2022"], [])).toContain("'Request'");
});

test.each(adapters)(
  "the declarations of @greenhook/%s import nothing but core, and its tarball holds nothing but dist and its sources",
  (name) => {
    const folder = join(packed, "node_modules/@greenhook", name);
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(
      files
        .map((file) => file.name)
        .filter((file) => !/\.c?(js|ts)(\.map)?$/.test(file))
        .sort(),
    ).toEqual(["LICENSE", "README.md", "package.json"]);
    for (const file of files.filter((entry) => entry.name.endsWith(".d.ts"))) {
      const text = readFileSync(join(file.parentPath, file.name), "utf8");
      const imported = Array.from(
        text.matchAll(/(?:from|import\()\s*"([^"]+)"|reference types="([^"]+)"/g),
        ([, from, types]) => from ?? types ?? "",
      );
      expect(imported.filter((from) => !from.startsWith("./") && !from.startsWith("@greenhook/core"))).toEqual([]);
    }
  },
);
