import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packPackages } from "../../packages/pack-packages.ts";

/** The templates need Node 22.18: that of the inbox's tests where the one at hand is older. */
const installedNode = fileURLToPath(new URL("../../../tools/node22/node_modules/node22/bin/node", import.meta.url));
const node = existsSync(installedNode) ? installedNode : process.execPath;
const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env["PATH"] ?? ""}`, CI: "1", WRANGLER_SEND_METRICS: "false" };

const folder = mkdtempSync(join(tmpdir(), "greenhook-templates-"));
const tarballs = join(folder, "tarballs");
const createdBy = join(folder, "tool");
beforeAll(() => {
  packPackages(["core", "node", "fetch", "inbox", "emulator", "create-greenhook"], tarballs);
  run("npm", ["install", "--prefix", createdBy, "--no-audit", "--no-fund", join(tarballs, tarballOf("create-greenhook"))], folder);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function tarballOf(name: string): string {
  const { version } = JSON.parse(readFileSync(new URL("../../../packages/core/package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  return `${name}-${version}.tgz`;
}

/** Fails with what the command printed. */
function run(command: string, args: readonly string[], cwd: string, more: NodeJS.ProcessEnv = {}): string {
  return execFileSync(command, args, { cwd, env: { ...env, ...more }, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

interface Started {
  readonly url: string;
  readonly output: () => string;
  /** Sends SIGTERM; the exit code. */
  readonly stop: () => Promise<number | null>;
}

/** Starts a program of the project, until it prints where it listens. */
async function start(cwd: string, args: readonly string[], listening: RegExp): Promise<Started> {
  const child = spawn(node, args, { cwd, env: { ...env, PORT: "0" }, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const exited = once(child, "exit") as Promise<[number | null]>;
  const url = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
        const found = listening.exec(output)?.[1];
        if (found !== undefined) resolve(found);
      });
    void exited.then(([code]) => reject(new Error(`It ended with ${code}: ${output}`)));
  });
  return {
    url,
    output: () => output,
    stop: async () => {
      child.kill("SIGTERM");
      return (await exited)[0];
    },
  };
}

async function statusOf(url: string, body: string, token: string): Promise<number> {
  return (await fetch(url, { method: "POST", headers: { authorization: `Bearer ${token}` }, body })).status;
}

const message = JSON.stringify({
  typeWebhook: "incomingMessageReceived",
  instanceData: { idInstance: 1101000001, wid: "79000000000@c.us", typeInstance: "whatsapp" },
  timestamp: 1_700_000_000,
  idMessage: "TEMPLATE",
  senderData: { chatId: "79000000001@c.us", sender: "79000000001@c.us", chatName: "", senderName: "Ann", senderContactName: "" },
  messageData: { typeMessage: "textMessage", textMessageData: { textMessage: "Is it open?" } },
});

const templates: readonly [string, string, (cwd: string) => readonly string[], RegExp][] = [
  [
    "node",
    ".env",
    // As `npm start` does; npm itself doesn't hand SIGTERM on.
    (cwd) =>
      (JSON.parse(readFileSync(join(cwd, "package.json"), "utf8")) as { scripts: { start: string } }).scripts.start.split(" ").slice(1),
    /Listening on (http:\S+)/,
  ],
  [
    "workers",
    ".dev.vars",
    () => ["node_modules/wrangler/bin/wrangler.js", "dev", "--port", "0", "--ip", "127.0.0.1"],
    /Ready on (http:\S+)/,
  ],
];

test.each(templates)("the template %s, from nothing to its first 200 and its end", async (template, secrets, argsIn, listening) => {
  const times: Record<string, number> = {};
  let since = performance.now();
  const took = (step: string): void => {
    times[step] = Math.round(performance.now() - since);
    since = performance.now();
  };
  run(node, [join(createdBy, "node_modules/.bin/create-greenhook"), template, "--template", template, "--tarballs", tarballs], folder);
  took("create");
  const cwd = join(folder, template);
  run("npm", ["install", "--no-audit", "--no-fund"], cwd);
  took("install");
  run("npm", ["run", "check"], cwd);
  took("type-check");
  expect(run("npm", ["test"], cwd)).toMatch(/pass 2\n/);
  took("its test");
  const token = /WEBHOOK_TOKEN=(\S+)/.exec(readFileSync(join(cwd, secrets), "utf8"))?.[1] ?? "";
  const { url, output, stop } = await start(cwd, argsIn(cwd), listening);
  const webhook = new URL("/green-api/webhook/", url).href;
  expect(await statusOf(webhook, message, token)).toBe(200);
  took("start and first 200");
  await expect.poll(output, { timeout: 60_000 }).toContain("Reply: You said: Is it open?");
  expect(await statusOf(webhook, message, "wrong")).toBe(401);
  expect(await statusOf(webhook, "{", token)).toBe(200);
  if (template === "node") {
    expect((await fetch(new URL("/healthz", url))).status).toBe(200);
    expect(run("npm", ["run", "sample"], cwd, { PORT: new URL(url).port })).toContain("200");
  }
  since = performance.now();
  const code = await stop();
  took("stop");
  if (template === "node") {
    expect(code).toBe(0);
    expect(output()).toMatch(/Stopped\n$/);
    expect(existsSync(join(cwd, "data/inbox.db"))).toBe(true);
  }
  console.log(template, times);
});
