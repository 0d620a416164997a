import { parseNotification } from "@greenhook/core";
import { createApiClient } from "@greenhook/core/api";
import { allFlagsOn, createEmulator } from "@greenhook/emulator";
import {
  audioMessage,
  everyNotification,
  interactiveButtonsResponse,
  pollUpdateMessage,
  textMessage,
} from "@greenhook/emulator/notifications";
import { beforeAll, expect, test } from "vitest";
import { compileBlocks, reasonNotToCheck, typescriptBlocks } from "./compile-blocks.ts";
import { blocksOf, pages, read } from "./markdown-pages.ts";
import { runExample, serveExample } from "./run-example.ts";

let complaints: readonly string[];
beforeAll(() => {
  complaints = compileBlocks();
}, 60_000);

test("every block of TypeScript in the documentation compiles", () => {
  expect(complaints).toEqual([]);
  expect(typescriptBlocks.length).toBeGreaterThanOrEqual(60);
});

test("a block that isn't compiled says why, in words", () => {
  for (const block of typescriptBlocks) {
    const reason = reasonNotToCheck(block);
    expect(reason === undefined || reason.split(" ").length > 2, `${block.page}:${block.line}`).toBe(true);
  }
});

test("no line of code in the documentation is wider than the site's blocks at 1280 pixels", () => {
  const lines = pages
    .flatMap(blocksOf)
    .flatMap(({ page, line, text }) => text.split("\n").map((code, at) => ({ page, line: line + at, code })));
  expect(lines.filter(({ code }) => code.length > 88)).toEqual([]);
});

test("every block of JSON in the documentation is JSON", () => {
  for (const { page, line, text } of pages.flatMap(blocksOf).filter(({ info }) => info === "json")) {
    expect(() => JSON.parse(text) as unknown, `${page}:${line}`).not.toThrow();
  }
});

test.each([
  ["docs/testing.md", "menu.test.ts", /# pass 1\n/],
  ["docs/testing.md", "every-kind.ts", /known\n/],
  ["docs/testing.md", "outage.test.ts", /# pass 1\n/],
  ["docs/testing.md", "client.ts", /^true \{ idMessage: '3EB0[0-9A-F]+' \}\nhttps:\/\/shop\.example\.com\/green-api\/webhook\/\n$/],
  ["packages/core/README.md", "try.ts", /^200 \{"ok":true,"outcome":"[a-z]+"\}\n$/],
  ["packages/emulator/README.md", "outage.ts", /ECONNREFUSED/],
  ["packages/nestjs/README.md", "menu-handler.test.ts", /# pass 1\n/],
  ["packages/core/src/contract/README.md", "contract.ts", /^2\d\d \[\]\n$/],
])("the example of %s, %s, runs", { timeout: 40_000 }, (page, file, printed) => {
  const { status, output } = runExample(page, file);
  expect(output).toMatch(printed);
  expect(status).toBe(0);
});

test.each([
  ["README.md", "server.ts"],
  ["README.md", "node-server.ts"],
  ["docs/getting-started.md", "node.ts"],
  ["packages/node/README.md", "server.ts"],
  ["packages/express/README.md", "server.ts"],
  ["packages/koa/README.md", "server.ts"],
  ["packages/fastify/README.md", "server.ts"],
])("the example of %s, %s, serves", { timeout: 40_000 }, async (page, file) => {
  const { url, output, stop } = await serveExample(page, file);
  try {
    const post = async (token: string, body: string): Promise<string> => {
      const response = await fetch(url, { method: "POST", headers: { authorization: `Bearer ${token}` }, body });
      return `${response.status} ${await response.text()}`;
    };
    expect(await post("secret", JSON.stringify(textMessage({ text: "Is it open?", chatId: "79000000001@c.us" })))).toBe(
      '200 {"ok":true,"outcome":"handled"}',
    );
    expect(output()).toContain("79000000001@c.us Is it open?");
    expect(await post("wrong", "{}")).toMatch(/^401 .*AUTH_INVALID/);
    expect(await post("secret", "{")).toMatch(/^200 .*"quarantined":"JSON"/);
    expect((await fetch(url)).status).toBe(405);
    expect({ exitCode: await stop(), output: output() }).toMatchObject({ exitCode: 0, output: expect.stringMatching(/listening|http:/i) });
  } finally {
    await stop();
  }
});

test("the bot of docs/replying.md talks", { timeout: 40_000 }, async () => {
  const emulator = await createEmulator({ rateLimits: false });
  const [idInstance, apiTokenInstance] = [7103000001, "emulated"];
  const access = { API_URL: emulator.url, ID_INSTANCE: String(idInstance), API_TOKEN: apiTokenInstance };
  const { url, output, stop } = await serveExample("docs/replying.md", "bot.ts", access);
  try {
    emulator.addInstance({ idInstance, apiTokenInstance, settings: { ...allFlagsOn, webhookUrl: url, webhookUrlToken: "secret" } });
    const client = createApiClient({ apiUrl: emulator.url, idInstance, apiTokenInstance, callsPerSecond: { lastOutgoingMessages: 100 } });
    const voice = new TextEncoder().encode("OggS, a voice");
    const downloadUrl = await emulator.addFile({ bytes: voice, fileName: "voice.ogg", mimeType: "audio/ogg" });
    const exchanges: readonly (readonly [object, object])[] = [
      [textMessage({ text: " /Start@my_bot Ann" }), { textMessage: "Hi Ann!" }],
      [textMessage({ text: "I'm hungry" }), { interactiveButtons: { contentText: "Soup?" } }],
      [interactiveButtonsResponse({ selectedId: "soup" }), { quotedMessage: {}, textMessage: "At once!" }],
      [interactiveButtonsResponse({ selectedId: "other" }), { pollMessageData: { name: "What then?" } }],
      [pollUpdateMessage({ votes: { Pizza: ["79000000001@c.us"], Pasta: [] } }), { textMessage: "Pizza: 1" }],
      [audioMessage({ downloadUrl }), { typeMessage: "audioMessage", fileName: "echo.ogg" }],
      [textMessage({ text: "What?" }), { textMessage: "Try: menu" }],
    ];
    for (const [at, [notification, reply]] of exchanges.entries()) {
      emulator.notify(idInstance, notification);
      await expect.poll(async () => (await client.lastOutgoingMessages()).length, { timeout: 20_000 }).toBe(at + 1);
      expect({ output: output(), ...(await client.lastOutgoingMessages())[0] }).toMatchObject(reply);
    }
    const sent = (await client.lastOutgoingMessages()).find(({ fileName }) => fileName === "echo.ogg");
    expect(await (await fetch(sent!.downloadUrl!)).text()).toBe("OggS, a voice");
    expect(emulator.attempts.map(({ status }) => status)).not.toContain(500);
  } finally {
    await stop();
    await emulator.close();
  }
});

test("the examples of docs/notifications.md are what it says they are", () => {
  const seen = new Set<string>();
  for (const { line, text } of blocksOf("docs/notifications.md").filter(({ info }) => info === "json")) {
    const value = JSON.parse(text) as Record<string, unknown>;
    const notification = "typeWebhook" in value ? value : { ...textMessage(), messageData: value };
    const parsed = parseNotification(notification);
    expect({ line, kind: parsed.kind }).toEqual({ line, kind: "known" });
    for (const name of [value["typeWebhook"], value["typeMessage"]]) if (typeof name === "string") seen.add(name);
  }
  const named = read("docs/notifications.md").matchAll(/^### (.+)$/gm);
  const announced = new Set(Array.from(named, ([, names = ""]) => names.split(", ")).flat());
  const kinds = new Set(everyNotification().map(({ notification }) => notification.typeWebhook));
  const types = new Set(everyNotification().flatMap(({ notification }) => typeMessageOf(notification)));
  expect([...kinds, ...types].filter((name) => !announced.has(name))).toEqual([]);
  expect([...seen].filter((name) => !announced.has(name))).toEqual([]);
});

function typeMessageOf(notification: object): readonly string[] {
  const { messageData } = notification as { messageData?: { typeMessage: string } };
  return messageData === undefined ? [] : [messageData.typeMessage];
}
