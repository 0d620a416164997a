import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { callGreenhook } from "../support/call-greenhook.ts";
import { respondingServer } from "../support/responding-server.ts";
import { emulatedInstance } from "../support/emulated-instance.ts";
import { textMessage } from "../support/notifications.ts";
import { runGreenhook, type Running } from "../support/run-greenhook.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

async function ran(
  args: readonly string[],
  options: { env?: Record<string, string>; cwd?: string } = {},
): Promise<{ code: number | null; printed: string }> {
  if (options.cwd === undefined) return callGreenhook(args, options.env);
  const running = runGreenhook(args, options);
  return { code: await running.ended, printed: running.printed() };
}

function objects(printed: string): Record<string, unknown>[] {
  return printed
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

test("--version prints the version", async () => {
  const { version } = JSON.parse(readFileSync(new URL("../../packages/cli/package.json", import.meta.url), "utf8")) as { version: string };
  expect(await ran(["--version"])).toEqual({ code: 0, printed: `${version}\n` });
});

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

// On a newer one it runs: test/inbox/cli.
test.skipIf(major > 22 || (major === 22 && minor >= 13))("inbox says which Node it needs, where this one is older", async () => {
  const { code, printed } = await ran(["inbox", "status"]);
  expect({ code, printed }).toEqual({
    code: 1,
    printed: expect.stringMatching(/^error: The inbox needs Node 22\.13 or later, this is v\d+/) as string,
  });
});

describe("greenhook send", () => {
  test("delivers samples with the header that webhookUrlToken makes, and shows status and time", async () => {
    const { url, arrived } = await respondingServer((_, response) => response.end('{"ok":true,"outcome":"handled"}'));
    const { code, printed } = await ran(["send", "pollMessage", "incomingCall", "--to", url, "--token", "secret"]);
    expect(code).toBe(0);
    expect(printed).toMatch(/^200 {2}pollMessage {2}[\d.]+ ms\n200 {2}incomingCall {2}[\d.]+ ms\n$/);
    expect(arrived.map(({ authorization }) => authorization)).toEqual(["Bearer secret", "Bearer secret"]);
    expect(JSON.parse(arrived[0]!.body)).toMatchObject({ messageData: { typeMessage: "pollMessage" } });
  });

  test("exits with 2 where the response isn't 200, and follows no redirect", async () => {
    const { url, arrived } = await respondingServer((_, response) => response.writeHead(302, { location: "/elsewhere" }).end());
    const { code, printed } = await ran(["send", "--to", url, "--json"]);
    expect(code).toBe(2);
    expect(objects(printed)).toMatchObject([{ sent: "textMessage", status: 302 }]);
    expect(arrived).toHaveLength(1);
  });

  test("sends a file as it is, and says where it isn't JSON", async () => {
    const { url, arrived } = await respondingServer((_, response) => response.end());
    const file = join(temporaryFolder(), "body.json");
    writeFileSync(file, '{"idInstance":000001}');
    const { code, printed } = await ran(["send", "--file", file, "--to", url]);
    expect(code).toBe(0);
    expect(arrived[0]?.body).toBe('{"idInstance":000001}');
    expect(printed).toMatch(/It isn't JSON: .*at column 1\d$/m);
    writeFileSync(file, '{\n "a": tru\n}\n');
    expect((await ran(["send", "--file", file, "--to", url])).printed).toMatch(/It isn't JSON: .*at line 2, column 7$/m);
  });

  test("names the address that refused, without its query", async () => {
    const { code, printed } = await ran(["send", "--to", "http://127.0.0.1:45/hook?key=hidden"]);
    expect(code).toBe(2);
    expect(printed).toContain("Cannot reach http://127.0.0.1:45/hook: connection refused");
    expect(printed).not.toContain("hidden");
  });

  test.each([
    [["send", "nonsense"], /^error: Unknown sample "nonsense": see greenhook send --list/],
    [["send", "pollMesage"], /^error: Unknown sample "pollMesage": did you mean pollMessage\? see greenhook send --list/],
    [["listen", "--tokn", "canary"], /^error: unknown option '--tokn'; did you mean --token\? see --help$/m],
    [["send", "--to", "nonsense"], /^error: Cannot deliver: --to \(or WEBHOOK_URL\) must be a URL that begins with http/],
    [["send", "--to", "ftp://user:password@example.com"], /^error: Cannot deliver: --to \(or WEBHOOK_URL\) must be a URL/],
    [["send", "--token", "canary\nnext"], /^error: The token contains a line break/],
    [["listen", "--token", "canary\nnext"], /^error: The token contains a line break/],
    [["send", "--tokn=canary"], /^error: unknown option '--tokn=…'; see --help$/m],
    [["send", "--file", "/nowhere/at-all"], /^error: Cannot read "\/nowhere\/at-all": no such file/],
    [["replay", "/nowhere/at-all"], /^error: Cannot read "\/nowhere\/at-all": no such file/],
    [["settings", "get"], /^error: No instance given: set --api-url/],
    [["settings", "get", "--json"], /^\{"error":"No instance given: set --api-url/],
    [["qr"], /^error: No instance given/],
    [["send", "--times", "0", "--json"], /^\{"error":".*the number of times must be a whole number from 1/],
    [["sned"], /^error: unknown command 'sned'; did you mean send\? see --help$/m],
    [["sned", "--json"], /^\{"error":"unknown command 'sned'; did you mean send\? see --help"\}$/m],
    [["settings", "gte"], /^error: unknown command 'gte'; did you mean get\? see --help/],
    [["capture", "/nowhere/at-all"], /^error: Cannot write to "\/nowhere\/at-all": no such file or folder/],
    [["capture", "/", "--json"], /^\{"error":"Cannot write to \\"\/\\": it is a folder"\}/],
    [["emulate", "--host", "192.0.2.1"], /^error: Cannot listen on 192.0.2.1:3002: this machine has no such address.* with --host/],
    [["emulate", "--sample", "nonsense"], /^error: Unknown sample/],
  ])("%j is one clear line, and exit code 1", async (args, line) => {
    const { code, printed } = await ran(args);
    expect(printed).toMatch(line);
    expect(printed.trim().split("\n")).toHaveLength(1);
    expect(printed).not.toMatch(/canary|password/);
    expect(code).toBe(1);
  });

  test("sends a token that isn't ASCII as UTF-8", async () => {
    const { url, arrived } = await respondingServer((_, response) => response.end());
    expect((await ran(["send", "--to", url, "--token", "ключ"])).code).toBe(0);
    expect(Buffer.from(arrived[0]!.authorization!, "latin1").toString("utf8")).toBe("Bearer ключ");
  });
});

describe("greenhook send --to-emulator", () => {
  test("queues in a running emulator, whose instance then delivers", async () => {
    const { emulator, env, idInstance } = await emulatedInstance();
    expect((await ran(["send", "textMessage", "incomingCall", "--to-emulator"], { env })).printed).toBe(
      "queued  textMessage\nqueued  incomingCall\n",
    );
    expect(emulator.waiting(idInstance)).toBe(2);
  });

  test("says so where no flag asks for it, where there is no emulator, and where it isn't one; never with the token", async () => {
    const { env, token } = await emulatedInstance({ settings: { incomingCallWebhook: "no" } });
    const off = await ran(["send", "incomingCall", "--to-emulator"], { env });
    expect(off).toEqual({ code: 2, printed: "not queued: no flag of the instance asks for it  incomingCall\n" });
    const file = join(temporaryFolder(), "body.json");
    writeFileSync(file, "{}");
    const stranger = await respondingServer((_, response) => response.writeHead(404).end());
    const results = [
      await ran(["send", "--to-emulator"], { env: { ...env, GREEN_API_URL: "http://127.0.0.1:9" } }),
      await ran(["send", "--to-emulator"], { env: { ...env, GREEN_API_URL: new URL(stranger.url).origin } }),
      await ran(["send", "--to-emulator"], { env: { ...env, GREEN_API_TOKEN_INSTANCE: "wrong" } }),
      await ran(["send", "--to-emulator", "--file", file], { env }),
      await ran(["send", "--to-emulator"]),
    ];
    expect(results.map(({ printed }) => printed.replace(/http:\S+?(?=[: ])/, "URL"))).toEqual([
      expect.stringMatching(/^error: Cannot reach the emulator at URL.*: is it running\?\n$/) as string,
      expect.stringMatching(/: this isn't an emulator\n$/) as string,
      expect.stringMatching(/: compare --api-token-instance with what it printed\n$/) as string,
      expect.stringMatching(/: it isn't a notification\n$/) as string,
      expect.stringMatching(/^error: No emulated instance given/) as string,
    ]);
    for (const { code, printed } of results) {
      expect(code).toBe(1);
      expect(printed).not.toContain(token);
    }
  });
});

describe("--env-file", () => {
  test.each([["--env-file", ".env"], ["--env-file=.env"]])("%s sets variables", async (...flag) => {
    const { url, arrived } = await respondingServer((_, response) => response.end());
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, ".env"), `# the receiver\nWEBHOOK_URL=${url}\nWEBHOOK_TOKEN="from the file"\n`);
    expect((await ran(["send", ...flag], { cwd })).code).toBe(0);
    expect(arrived.map(({ authorization }) => authorization)).toEqual(["Bearer from the file"]);
  });

  test("sets no variable that is set", async () => {
    const { url, arrived } = await respondingServer((_, response) => response.end());
    const file = join(temporaryFolder(), ".env");
    writeFileSync(file, `WEBHOOK_URL=${url}\nWEBHOOK_TOKEN=from the file\n`);
    expect((await ran(["send", "--env-file", file], { env: { WEBHOOK_TOKEN: "set" } })).code).toBe(0);
    expect(arrived.map(({ authorization }) => authorization)).toEqual(["Bearer set"]);
  });

  test("a file that isn't there is one line that names it", async () => {
    // Node 20 looks for the option itself, behind the program too.
    const { code, printed } = await ran(["listen", "--env-file", "/nowhere/at-all"], { cwd: temporaryFolder() });
    expect(code).not.toBe(0);
    expect(printed).toMatch(/^(error: Cannot read "\/nowhere\/at-all": no such file|.*node: \/nowhere\/at-all: not found).*\n$/);
  });
});

describe("greenhook settings", () => {
  test("get prints them, tokens masked", async () => {
    const { env, token } = await emulatedInstance({
      settings: { webhookUrl: "https://example.com/hook?key=hidden", webhookUrlToken: "secret" },
    });
    const { code, printed } = await ran(["settings", "get", "--json"], { env });
    expect(code).toBe(0);
    expect(objects(printed)[0]).toMatchObject({
      webhookUrl: "https://example.com/hook?***",
      webhookUrlToken: "***",
      incomingWebhook: "yes",
    });
    for (const hidden of ["hidden", "secret", token]) expect(printed).not.toContain(hidden);
  });

  test("set shows the difference before writing, then waits until it holds", async () => {
    const { env } = await emulatedInstance({ settings: { incomingCallWebhook: "no" } });
    const dry = await ran(["settings", "set", "incomingCallWebhook=yes", "--dry-run", "--json"], { env });
    expect(objects(dry.printed)).toEqual([{ wrote: false, difference: [{ key: "incomingCallWebhook", before: "no", wanted: "yes" }] }]);
    expect(dry.code).toBe(2);
    const same = await ran(["settings", "set", "incomingWebhook=yes"], { env });
    expect(same).toEqual({ code: 0, printed: "Already up to date\n" });
  });

  test("a key that the instance doesn't list, and what is no pair, are told; values aren't", async () => {
    const { env } = await emulatedInstance();
    const wrong = await ran(["settings", "set", "incomingWebhok=secret"], { env });
    expect(wrong.printed).toContain("did you mean incomingWebhook?");
    expect(wrong).toMatchObject({
      code: 1,
      printed: expect.stringMatching(/^error: The instance has no setting "incomingWebhok"/) as string,
    });
    const pair = await ran(["settings", "set", "secret"], { env });
    expect(pair).toMatchObject({ code: 1, printed: expect.stringMatching(/^error: Each setting must be key=value/) as string });
    expect(wrong.printed + pair.printed).not.toContain("secret");
  });
});

describe("greenhook capture and replay", () => {
  test("capture writes a line for each before it answers; replay delivers them as they came", async () => {
    const file = join(temporaryFolder(), "captured.ndjson");
    const capture = runGreenhook(["capture", file, "--port", "0", "--token", "secret", "--count", "2", "--json"]);
    const [, url] = await capture.until(/"url":"([^"]+)"/);
    for (const body of [JSON.stringify(textMessage("Hello")), '{\n"typeWebhook":"new","number":12345678901234567890}']) {
      expect((await fetch(url!, { method: "POST", headers: { authorization: "Bearer secret" }, body })).status).toBe(200);
    }
    expect(await capture.ended).toBe(0);
    expect(readFileSync(file, "utf8").trim().split("\n")).toHaveLength(2);

    const { url: to, arrived } = await respondingServer((_, response) => response.end());
    const { code, printed } = await ran(["replay", file, "--to", to, "--rate", "0", "--json"]);
    expect({ code, last: objects(printed.slice(printed.lastIndexOf("{"))) }).toEqual({
      code: 0,
      last: [{ event: "replayed", delivered: 2, left: 0 }],
    });
    expect(arrived[0]?.body).toBe(JSON.stringify(textMessage("Hello")));
    expect(arrived[1]?.body).toContain("12345678901234567890");
  });

  test("capture leaves half a line, of a killed process, alone: what it adds begins on a line of its own", async () => {
    const file = join(temporaryFolder(), "captured.ndjson");
    writeFileSync(file, '{"receivedAt":"2026-');
    const capture = runGreenhook(["capture", file, "--port", "0", "--token", "secret", "--count", "2", "--json"]);
    const [, url] = await capture.until(/"url":"([^"]+)"/);
    for (const id of ["FIRST", "SECOND"]) {
      const body = JSON.stringify(textMessage("Hello", id));
      expect((await fetch(url!, { method: "POST", headers: { authorization: "Bearer secret" }, body })).status).toBe(200);
    }
    expect(await capture.ended).toBe(0);
    const [half, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
    expect(half).toBe('{"receivedAt":"2026-');
    expect(lines.map((line) => /FIRST|SECOND/.exec(line)?.[0])).toEqual(["FIRST", "SECOND"]);
  });

  test.each([
    ['{"typeWebhook":"a"}\n\n{"typeWebhook":', /line 3 isn't a notification: the text ends where a value should be, at column 16/],
    ["typeWebhook\n", /line 1 isn't a notification: a value should be here, at column 1/],
    ['{"typeWebhook":1.}', /line 1 isn't a notification: a digit should be here, at column 18/],
    ['{"typeWebhook":"a"}\n[1]', /line 2 isn't a notification: it must be a JSON object/],
    ['{"other":"secret"}', /line 1 isn't a notification: it has no "typeWebhook"/],
  ])("replay of %j names the line and the reason", async (text, reason) => {
    const { url } = await respondingServer((_, response) => response.end());
    const file = join(temporaryFolder(), "bad.ndjson");
    writeFileSync(file, text);
    const { code, printed } = await ran(["replay", file, "--to", url]);
    expect(printed).toMatch(reason);
    expect(printed).not.toContain("secret");
    expect(code).toBe(1);
  });

  test("replay ends at the first that isn't answered 200", async () => {
    const { url, arrived } = await respondingServer((_, response) => response.writeHead(500).end());
    const file = join(temporaryFolder(), "captured.ndjson");
    writeFileSync(file, `${JSON.stringify(textMessage())}\n`.repeat(3));
    expect((await ran(["replay", file, "--to", url])).code).toBe(2);
    expect(arrived).toHaveLength(1);
    expect((await ran(["replay", file, "--to", url, "--keep-going", "--rate", "0"])).code).toBe(2);
    expect(arrived).toHaveLength(4);
  });

  test("capture says what it couldn't keep, and why", async () => {
    const capture = runGreenhook(["capture", "/dev/full", "--port", "0", "--token", "secret"]);
    const [, url] = await capture.until(/arrives at (\S+)/);
    const post = (authorization: string): Promise<Response> =>
      fetch(url!, { method: "POST", headers: { authorization }, body: JSON.stringify(textMessage()) });
    expect((await post("Bearer other")).status).toBe(401);
    expect((await post("Bearer secret")).status).toBe(500);
    await capture.until(/401 .*AUTH_INVALID/);
    await capture.until(/500 .*HANDLER_FAILED[^]*Cannot write to "\/dev\/full": the disk is full/);
  });

  test("capture --json says so in its objects", async () => {
    const capture = runGreenhook(["capture", "/dev/full", "--port", "0", "--token", "secret", "--json"]);
    const [, url] = await capture.until(/"url":"([^"]+)"/);
    const body = JSON.stringify(textMessage());
    expect((await fetch(url!, { method: "POST", headers: { authorization: "Bearer secret" }, body })).status).toBe(500);
    await capture.until(/"error"/);
    expect(objects(capture.printed())[1]).toMatchObject({
      event: "delivery",
      code: "HANDLER_FAILED",
      error: expect.stringContaining("the disk is full") as string,
    });
  });

  test.each([
    ["the next one's time", ["captured.ndjson", "--rate", "1"]],
    ["standard input", ["-"]],
  ])("a first signal lets replay finish the delivery in flight, and not wait for %s", async (_, args) => {
    const { url, arrived } = await respondingServer((_, response) => void setTimeout(() => response.end(), 200));
    const cwd = temporaryFolder();
    const line = `${JSON.stringify(textMessage())}\n`;
    writeFileSync(join(cwd, "captured.ndjson"), line.repeat(3));
    const running = runGreenhook(["replay", ...args, "--to", url, "--json"], { cwd });
    running.child.stdin.write(line);
    await expect.poll(() => arrived.length, { timeout: 5_000 }).toBe(1);
    running.child.kill("SIGINT");
    expect(await running.ended).toBe(0);
    expect(running.printed()).toBe('{"event":"replayed","delivered":1,"left":0}\n');
  });

  test("replay of a quarantine's folder deletes what was answered 200, and leaves what is still refused", async () => {
    const folder = temporaryFolder();
    const hold = (name: string, body: string): void =>
      writeFileSync(
        join(folder, name),
        JSON.stringify({ code: "SCHEMA", receivedAt: new Date().toISOString(), base64: Buffer.from(body).toString("base64") }),
      );
    hold("1.json", JSON.stringify(textMessage()));
    hold("2.json", "{bad");
    const { url, arrived } = await respondingServer((_, response) => response.end('{"ok":true,"outcome":"handled"}'));
    const { code, printed } = await ran(["replay", folder, "--to", url]);
    expect(code).toBe(2);
    expect(arrived).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(["2.json"]);
    expect(printed).toMatch(/2\.json stays: still refused: JSON/);
    expect(printed).toContain("1 delivered, 1 left");
  });

  test("replay of a quarantine's folder deletes nothing for a mere 200, such as any web application's", async () => {
    const folder = temporaryFolder();
    const responses = [
      "",
      "OK",
      '{"ok":true}',
      '{"ok":true,"quarantined":"SCHEMA"}',
      '{"ok":true,"outcome":"ignored"}',
      '{"ok":true,"outcome":"unknown"}',
      '{"ok":true,"outcome":"stored"}',
      '{"outcome":"handled"}',
      '{"ok":true,"outcome":"handled"}',
      '{"ok":true,"outcome":"duplicate"}',
    ];
    for (const index of responses.keys()) {
      const base64 = Buffer.from(JSON.stringify(textMessage("Hello", `A${index}`))).toString("base64");
      writeFileSync(join(folder, `${index}.json`), JSON.stringify({ code: "SCHEMA", receivedAt: new Date().toISOString(), base64 }));
    }
    let next = 0;
    const { url, arrived } = await respondingServer((_, response) => response.end(responses[next++]));
    const { code, printed } = await ran(["replay", folder, "--to", url]);
    expect(arrived).toHaveLength(responses.length);
    expect(readdirSync(folder).sort()).toEqual(responses.slice(0, -2).map((_, index) => `${index}.json`));
    expect(printed).toContain("2 delivered, 8 left");
    expect(code).toBe(2);
  });
});

describe("greenhook qr", () => {
  test("shows the code as blocks, or as JSON", async () => {
    const { env } = await emulatedInstance({ stateInstance: "notAuthorized" });
    const { code, printed } = await ran(["qr", "--once"], { env });
    expect(code).toBe(0);
    const lines = printed.split("\n").filter((line) => /^[ ▀▄█]+$/.test(line));
    // 29 modules and the quiet zone around them, or another of the standard's sizes.
    expect((lines[0]!.length - 4 - 17) % 4).toBe(0);
    expect(lines[0]).toMatch(/^█+$/);
    expect(lines[1]).toMatch(/^██ ▄▄▄▄▄ █.*█ ▄▄▄▄▄ ██$/);
    const json = await ran(["qr", "--once", "--json"], { env });
    expect(objects(json.printed)).toMatchObject([{ type: "qrCode", message: expect.stringMatching(/^iVBOR/) as string }]);
  });
});

describe("greenhook emulate", () => {
  test("runs a GREEN-API whose instance the other commands can use, and delivers", async () => {
    const { url, arrived } = await respondingServer((_, response) => response.end());
    const running = runGreenhook(["emulate", "--port", "0", "--webhook-url", url, "--token", "secret", "--every", "3600", "--json"]);
    const [line] = await running.until(/\{"event":"instance".*\}/);
    await running.until(/"event":"attempt".*"status":200/);
    expect(arrived[0]?.authorization).toBe("Bearer secret");
    const { apiUrl, idInstance, apiTokenInstance } = JSON.parse(line) as Record<string, string>;
    const env = { GREEN_API_URL: apiUrl!, GREEN_API_ID_INSTANCE: String(idInstance), GREEN_API_TOKEN_INSTANCE: apiTokenInstance! };
    expect(objects((await ran(["settings", "get", "--json"], { env })).printed)[0]).toMatchObject({ webhookUrlToken: "***" });
    running.child.kill("SIGTERM");
    expect(await running.ended).toBe(0);
  });
});

describe("greenhook listen with an instance's options", () => {
  async function listening(env: Record<string, string>, ...args: string[]): Promise<Running & { cwd: string }> {
    const cwd = temporaryFolder();
    return { ...runGreenhook(["listen", "--inspector", "0", ...args], { env, cwd }), cwd };
  }

  test("takes notifications out of its queue, and deletes each once it was delivered", async () => {
    const { emulator, env, idInstance, token } = await emulatedInstance();
    emulator.notify(idInstance, textMessage("From the queue"), { verbatim: true });
    emulator.notify(idInstance, '{"no":"notification"}', { verbatim: true });
    const running = await listening(env);
    await running.until(/200 {2}incomingMessageReceived .*From the queue/);
    await running.until(/200 {2}kept in quarantine {2}S/);
    await expect.poll(() => emulator.waiting(idInstance), { timeout: 5_000 }).toBe(0);
    expect(existsSync(join(running.cwd, "refused"))).toBe(true);
    running.child.kill("SIGTERM");
    expect(await running.ended).toBe(0);
    expect(running.printed()).not.toContain(token);
  });

  test("refuses while a webhookUrl is set", async () => {
    const { env } = await emulatedInstance({ settings: { webhookUrl: "https://example.com/hook" } });
    const running = await listening(env);
    expect(await running.ended).toBe(1);
    expect(running.printed()).toMatch(/error: Cannot call "receiveNotification": .*clear it with: greenhook settings set webhookUrl=/);
  });

  test("ends at what is no notification where there is no quarantine, and leaves it in the queue", async () => {
    const { emulator, env, idInstance } = await emulatedInstance();
    emulator.notify(idInstance, '{"no":"notification"}', { verbatim: true });
    const running = await listening(env, "--no-quarantine");
    expect(await running.ended).toBe(1);
    expect(running.printed()).toMatch(/400 {2}refused {2}S[^]*^error: .*receiptId/m);
    expect(emulator.waiting(idInstance)).toBe(1);
  });

  test("samples come from an emulated account, whatever the environment names", async () => {
    const { emulator, env, idInstance } = await emulatedInstance();
    emulator.notify(idInstance, textMessage(), { verbatim: true });
    const running = runGreenhook(["listen", "--once", "--port", "0"], { env, cwd: temporaryFolder() });
    expect(await running.ended).toBe(0);
    expect(running.printed().match(/ {2}200 {2}/g)).toHaveLength(5);
    expect(emulator.waiting(idInstance)).toBe(1);
  });
});
