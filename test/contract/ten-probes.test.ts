import { readFileSync, writeFileSync } from "node:fs";
import { createWebhookHandler, type WebhookHandler } from "@greenhook/core";
import { contractCases } from "@greenhook/core/contract";
import { expect, test } from "vitest";
import { frameworksTable } from "../long/frameworks/frameworks.ts";
import { observedResponse } from "./observed-response.ts";
import type { SetUp } from "./set-up.ts";
import { setUps } from "./set-ups.ts";

const notification = (idMessage: string): object => ({
  typeWebhook: "incomingMessageReceived",
  instanceData: { idInstance: 1101000001, wid: "79000000000@c.us", typeInstance: "whatsapp" },
  timestamp: 1_700_000_000,
  idMessage,
  senderData: { chatId: "79000000001@c.us", sender: "79000000001@c.us", chatName: "", senderName: "", senderContactName: "" },
  messageData: { typeMessage: "textMessage", textMessageData: { textMessage: "Hello" } },
});
const valid = JSON.stringify(notification("FINE"));

interface Probe {
  readonly name: string;
  readonly body: string | (() => ReadableStream);
  readonly token?: string;
}

const probes: readonly Probe[] = [
  { name: "valid", body: valid },
  { name: "valid, pretty-printed JSON", body: JSON.stringify(notification("FINE"), null, 2) },
  { name: "chunked, no length", body: () => new Blob([valid]).stream() },
  { name: "malformed JSON, authentic", body: "{" },
  { name: "JSON `null`, authentic", body: "null" },
  { name: "wrong secret", body: valid, token: "wrong" },
  { name: "30 MB, authentic", body: " ".repeat(30_000_000) },
  { name: "handler throws", body: JSON.stringify(notification("THROWS")) },
  { name: "handler takes its time", body: JSON.stringify(notification("SLOW")) },
  { name: "two notifications in one POST", body: `[${valid},${valid}]` },
];

const columns: readonly { readonly title: string; readonly setUp: string }[] = [
  { title: "node:http", setUp: "toNodeListener()" },
  { title: "Express 5", setUp: "Express 5, before any parser" },
  { title: "+ `express.json()`", setUp: "Express 5, after express.json()" },
  { title: "Koa 3", setUp: "Koa 3, without a parser" },
  { title: "+ `koa-bodyparser`", setUp: "Koa 3, after koa-bodyparser" },
  { title: "Fetch", setUp: "Fetch in Hono" },
  { title: "Fastify 5", setUp: "Fastify 5, under a prefix" },
  { title: "Lambda", setUp: "Lambda, HTTP API or function URL, base64" },
];

function probedHandler(): WebhookHandler {
  return createWebhookHandler({
    token: "secret",
    deliver: async ({ value }) => {
      const { idMessage } = value as { idMessage: string };
      if (idMessage === "THROWS") throw new Error("a secret of the handler");
      if (idMessage === "SLOW") await new Promise((resolve) => setTimeout(resolve, 140));
    },
  });
}

async function responsesTo(name: string): Promise<string[]> {
  const { serve } = setUps.find((setUp) => setUp.name === name) as SetUp;
  const { url, close } = await serve(probedHandler());
  const responses: string[] = [];
  for (const { body, token = "secret" } of probes) {
    responses.push(await observedResponse(url, typeof body === "function" ? body() : body, token));
  }
  await close();
  return responses;
}

test("the ten probes get the responses that the contract's README shows", { timeout: 60_000 }, async () => {
  const responses: string[][] = [];
  // One after another: a client that is busy with the others' megabytes would find its connection closed.
  for (const { setUp } of columns) responses.push(await responsesTo(setUp));
  const rows = [
    ["probe", ...columns.map(({ title }) => title)],
    Array.from({ length: columns.length + 1 }, () => "---"),
    ...probes.map(({ name }, index) => [name, ...responses.map((column) => column[index] ?? "")]),
  ];
  const table = rows.map((row) => `| ${row.join(" | ")} |`).join("\n");

  expectTable("probes", table);
});

test("the contract's README shows the frameworks that npm run test:long tries", () => {
  expectTable("frameworks", frameworksTable(contractCases.length));
});

/** What stands between two marks in the contract's README. */
function expectTable(name: string, table: string): void {
  const path = new URL("../../packages/core/src/contract/README.md", import.meta.url);
  const text = readFileSync(path, "utf8");
  const parts = new RegExp(`^([^]*<!-- ${name}:[^\\n]*-->\\n)[^]*(<!-- /${name} -->[^]*)$`).exec(text);
  const expected = `${parts?.[1]}\n${table}\n\n${parts?.[2]}`;
  if (process.env["UPDATE_TABLES"] === "1") writeFileSync(path, expected);
  expect(readFileSync(path, "utf8"), "run it once with UPDATE_TABLES=1").toBe(expected);
}
