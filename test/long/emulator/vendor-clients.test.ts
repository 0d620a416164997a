import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from "node:http";
import https from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { allFlagsOn, createEmulator, type Emulator } from "@greenhook/emulator";
import { textMessage } from "@greenhook/emulator/notifications";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { methodCalls, prepare, type MethodCall } from "../../emulator/method-calls.ts";
import {
  greenapiIntegration,
  requireVendor,
  whatsappApiClient,
  whatsappApiClientJsV2,
  whatsappBot,
  type UploadSource,
  type VendorClient,
} from "./vendor-clients.ts";

// GREEN-API's own packages, unmodified: what they send must be understood, and what they get must be what they read.

const installed = existsSync(fileURLToPath(new URL("../../../tools/vendor-clients/node_modules/.greenhook-setup", import.meta.url)));
const readme = readFileSync(new URL("../../../packages/emulator/README.md", import.meta.url), "utf8");
const chatId = "79000000001@c.us";

/** Archived methods, which only these packages still have. */
const archivedCalls: readonly MethodCall[] = [
  ...["sendButtons", "sendTemplateButtons", "sendListMessage"].map((method): MethodCall => ({
    method,
    verb: "POST",
    input: { chatId, message: "Choose", footer: "", buttons: [], buttonText: "", title: "", sections: [] },
    result: { idMessage: expect.any(String) },
  })),
  { method: "sendLink", verb: "POST", input: { chatId, urlLink: "https://shop.example.com" }, result: { idMessage: expect.any(String) } },
  { method: "getDeviceInfo", verb: "GET", result: expect.objectContaining({ platform: expect.any(String) as unknown }) },
];

describe.skipIf(!installed)("GREEN-API's own packages against the emulator (npm run test:long installs them)", () => {
  const folder = mkdtempSync(join(tmpdir(), "greenhook-vendor-"));
  const bytes = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
  const source: UploadSource = { path: join(folder, "a.jpg"), bytes };
  let emulator: Emulator;

  beforeAll(async () => {
    writeFileSync(source.path, bytes);
    const times = { statusDelayMilliseconds: 1, templateApprovalMilliseconds: 1 };
    emulator = await createEmulator({ rateLimits: false, times });
    leadTo(emulator.port);
    // Two of the packages log every call, with its token.
    for (const method of ["log", "info", "warn", "error", "debug"] as const) vi.spyOn(console, method).mockImplementation(() => {});
  });
  afterAll(async () => {
    await emulator.close();
    rmSync(folder, { recursive: true });
  });

  test.each([{ open: whatsappApiClient }, { open: whatsappApiClientJsV2 }, { open: greenapiIntegration }, { open: whatsappBot }])(
    "$open.name: every call succeeds, but for faults of its own, and the README says so",
    async ({ open }) => {
      const client = open(source);
      const outcomes = await callAll(emulator, client, bytes);
      const failed = [...outcomes].filter(([, reason]) => reason !== undefined);
      for (const [name, reason] of failed) expect(`${name}: ${reason}`).toMatch(client.faults[name] ?? /^it should have succeeded/);
      expect(failed.map(([name]) => name).toSorted()).toEqual(Object.keys(client.faults).toSorted());
      const { version } = requireVendor(`${client.name}/package.json`) as { version: string };
      const row = readme.split("\n").find((line) => line.includes(client.name)) ?? "";
      expect(
        row
          .split("|")
          .map((cell) => cell.trim())
          .slice(1, 4),
      ).toEqual([`\`${client.name}\` ${version}`, `${outcomes.size}`, `${outcomes.size - failed.length}`]);
    },
  );

  test("whatsapp-api-client receives by polling", async () => {
    const access = emulator.addInstance({ settings: allFlagsOn });
    for (const text of ["A", "B", "C"]) emulator.notify(access.idInstance, textMessage({ text }));
    const { webhookService } = whatsappApiClient(source).open({ ...access, partnerToken: "" });
    const texts: unknown[] = [];
    const service = webhookService as unknown as Polling;
    service.onReceivingMessageText(({ messageData }) => texts.push(messageData.textMessageData.textMessage));
    await service.startReceivingNotifications();
    await expect.poll(() => emulator.waiting(access.idInstance), { timeout: 30_000 }).toBe(0);
    await service.stopReceivingNotifications();
    expect(texts).toEqual(["A", "B", "C"]);
  });

  test("a bot of whatsapp-bot receives a message and replies", async () => {
    const access = emulator.addInstance({ settings: { incomingWebhook: true } });
    const Bot = requireVendor("@green-api/whatsapp-bot") as new (access: object) => Bot;
    const bot = new Bot({ ...access, idInstance: String(access.idInstance) });
    bot.on("text", (context) => context.reply(`You said ${context.message.text}`));
    await bot.launch();
    emulator.notify(access.idInstance, textMessage({ chatId, text: "hello" }));
    const sent = async (): Promise<unknown> =>
      (await fetch(`${access.apiUrl}/waInstance${access.idInstance}/lastOutgoingMessages/${access.apiTokenInstance}`)).json();
    await expect.poll(sent, { timeout: 30_000 }).toMatchObject([{ chatId, textMessage: "You said hello" }]);
    const stopped = bot.stop();
    // Its stop waits for the next notification.
    emulator.notify(access.idInstance, textMessage({ text: "bye" }));
    await stopped;
  });
});

interface Polling {
  onReceivingMessageText(handler: (body: { messageData: { textMessageData: { textMessage: string } } }) => void): void;
  startReceivingNotifications(): Promise<void>;
  stopReceivingNotifications(): Promise<void>;
}

interface Bot {
  on(type: string, handler: (context: { reply: (text: string) => unknown; message: { text: string } }) => unknown): void;
  launch(): Promise<void>;
  stop(): Promise<void>;
}

/** Leads calls of GREEN-API's host to the emulator: most of the packages know no other. */
function leadTo(port: number): void {
  const { request } = https;
  const led = (options: RequestOptions, callback?: (response: IncomingMessage) => void): ClientRequest => {
    if (!/\.green-?api\.com$/.test(options.hostname ?? options.host ?? "")) return request(options, callback);
    const { agent: _, agents: __, ...rest } = options as RequestOptions & { agents?: unknown };
    return http.request({ ...rest, protocol: "http:", host: "127.0.0.1", hostname: "127.0.0.1", port }, callback);
  };
  vi.spyOn(https, "request").mockImplementation(led as typeof https.request);
}

/** Calls every method of a client. For each: `undefined`, or why its result isn't the documented one. */
async function callAll(emulator: Emulator, client: VendorClient, bytes: Uint8Array): Promise<ReadonlyMap<string, string | undefined>> {
  const prepared = await prepare(emulator, () => sleep(200));
  const outcomes = new Map<string, string | undefined>();
  const members = membersOf(client.open({ ...prepared.access, partnerToken: "" }), client);
  for (const { method, input = {}, on, result: documented } of [...archivedCalls, ...methodCalls(prepared)]) {
    for (const [name, { parameters }] of Object.entries(client.calls).filter(([, call]) => call.method === method)) {
      const access = on === undefined || on === "partner" ? prepared.access : emulator.addInstance(on);
      const target = Object.values(client.open({ ...access, partnerToken: emulator.partnerToken })).find((group) => name in group);
      if (target === undefined) continue;
      const reason = await reasonOf(async () => {
        const result = await target[name]?.(...(await parameters(input)));
        await expectDocumented(result, client.results?.[name] ?? documented, bytes);
      });
      outcomes.set(name, reason);
    }
  }
  expect([...outcomes.keys()].toSorted()).toEqual(members.toSorted());
  return outcomes;
}

/** The names of a client's methods that call the API. */
function membersOf(groups: ReturnType<VendorClient["open"]>, { others, only }: VendorClient): string[] {
  const names = Object.values(groups).flatMap((group) => Object.getOwnPropertyNames(Object.getPrototypeOf(group)));
  return only ?? [...new Set(names)].filter((name) => !others.includes(name) && name !== "constructor" && !/^on[A-Z]/.test(name));
}

async function reasonOf(run: () => Promise<void>): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : "it rejected with something else than an error";
  }
}

/** An empty body is `""`, `null` or `undefined` to them. */
async function expectDocumented(result: unknown, documented: unknown, bytes: Uint8Array): Promise<void> {
  expect(result === "" || result === null ? undefined : result).toEqual(documented);
  const { urlFile } = (result ?? {}) as { urlFile?: string };
  if (urlFile === undefined) return;
  const stored = new Uint8Array(await (await fetch(urlFile)).arrayBuffer());
  if (Buffer.compare(stored, bytes) !== 0) throw new Error("the stored file isn't the one that was sent");
}
