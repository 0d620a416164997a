import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { callGreenhook } from "../../support/call-greenhook.ts";
import { statusSample, textMessage } from "../../support/notifications.ts";
import { exchange, post } from "../../support/raw-http.ts";
import { runGreenhook, type Running } from "../../support/run-greenhook.ts";

function folder(): string {
  const directory = mkdtempSync(join(tmpdir(), "listen-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

async function listening(...args: string[]): Promise<Running & { port: number; cwd: string }> {
  const cwd = folder();
  const running = runGreenhook(["listen", "--port", "0", "--token", "secret", ...args], { cwd });
  const [, port] = await running.until(/Receiving at http:\/\/127\.0\.0\.1:(\d+)\/green-api\/webhook\//);
  await running.until(/Waiting for more/);
  return { ...running, port: Number(port), cwd };
}

describe("greenhook listen", () => {
  test("--once delivers the samples, prints each, and ends with 0", async () => {
    const running = runGreenhook(["listen", "--once", "--port", "0"], { cwd: folder() });
    expect(await running.ended).toBe(0);
    const printed = running.printed();
    expect(printed).toMatch(/Token generated for this run: [0-9a-f]{32}/);
    expect(printed).toMatch(/200 {2}incomingMessageReceived {2}textMessage {2}79000000001@c\.us {2}"Hello!/);
    expect(printed.match(/ {2}200 {2}/g)).toHaveLength(5);
  });

  test("prints what arrives, and a curl line that works", async () => {
    const running = await listening();
    const [, body] = await running.until(/-d '(.+)'/);
    expect(running.printed()).toContain("-H 'Authorization: Bearer secret'");
    expect((await exchange(running.port, [post(body!)])).responses[0]?.status).toBe(200);
    await running.until(/200 {2}statusInstanceChanged {2}online/);
    expect((await exchange(running.port, [post(JSON.stringify({ ...textMessage(), typeWebhook: "new" }))])).responses[0]?.status).toBe(200);
    await running.until(/200 {2}unknown {2}new/);
  });

  test("--json prints an object for each thing that happens, and nothing else", async () => {
    const running = runGreenhook(["listen", "--samples", "--json", "--port", "0", "--inspector", "0"], { cwd: folder() });
    await running.until(/"event":"emulator"/);
    const lines = running
      .printed()
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines[0]).toMatchObject({ event: "receiving", inspector: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/#/) as string });
    expect(lines.filter(({ event }) => event === "delivery")).toMatchObject([
      { status: 200, outcome: "handled", typeWebhook: "stateInstanceChanged", notification: { stateInstance: "authorized" } },
      ...Array.from({ length: 4 }, () => ({ status: 200 })),
    ]);
  });

  test.each([
    ["listen", "--inspector", "0"],
    ["capture", "/dev/null"],
  ])("%s --json prints the token that it made", async (...args) => {
    const running = runGreenhook([...args, "--port", "0", "--json"], { cwd: folder() });
    const [, url, token] = await running.until(/"url":"([^"]+)".*"token":"([0-9a-f]{32})"/);
    const body = JSON.stringify(textMessage());
    expect((await fetch(url!, { method: "POST", headers: { authorization: `Bearer ${token}` }, body })).status).toBe(200);
  });

  test("--json escapes what a terminal would obey, and stays the same JSON", async () => {
    const running = runGreenhook(["listen", "--json", "--port", "0", "--inspector", "0", "--token", "secret"], { cwd: folder() });
    const [, port] = await running.until(/"url":"http:\/\/127\.0\.0\.1:(\d+)/);
    const text = "\u009b31m\u202Egpj\u0085";
    await exchange(Number(port), [post(JSON.stringify(textMessage(text)))]);
    const [line] = await running.until(/\{"event":"delivery".*\}/);
    expect(line).toContain("\\u009b31m\\u202egpj\\u0085");
    expect(JSON.parse(line)).toMatchObject({ notification: textMessage(text), remoteAddress: "127.0.0.1" });
  });

  test("keeps the documentation's sample, and says where its number goes wrong", async () => {
    const running = await listening();
    const { responses } = await exchange(running.port, [post(statusSample("000001"))]);
    expect(responses[0]?.status).toBe(200);
    expect(responses[0]?.body).toContain("a number may not begin with zeros, at line 1, column 69");
    await running.until(/200 {2}kept in quarantine {2}JSON {2}.*a number may not begin with zeros, at line 1, column 69/);
    expect(readdirSync(join(running.cwd, "refused"))).toHaveLength(1);
  });

  test("--no-quarantine refuses it instead, and null too", async () => {
    const running = await listening("--no-quarantine");
    const { responses } = await exchange(running.port, [post(statusSample("000001"))]);
    expect(responses[0]?.status).toBe(400);
    expect(responses[0]?.body).toContain("a number may not begin with zeros");
    expect((await exchange(running.port, [post("null")])).responses[0]?.status).toBe(400);
    await running.until(/400 {2}refused {2}SHAPE/);
    expect(readdirSync(running.cwd)).toEqual([]);
  });

  test("says that the documentation's sample carries no header", async () => {
    const running = await listening();
    const { responses } = await exchange(running.port, [post(statusSample(), { authorization: undefined })]);
    expect(responses[0]?.status).toBe(401);
    await running.until(/401 {2}refused {2}AUTH_MISSING/);
    await running.until(/sample in GREEN-API's documentation has none/);
  });

  test("shows no control characters of a hostile notification", async () => {
    const running = await listening();
    await exchange(running.port, [post(JSON.stringify(textMessage("\u001b]0;title\u0007\u001b[2J\u202Eabc\r\nnext")))]);
    await running.until(/textMessage/);
    await running.until(/next/);
    // eslint-disable-next-line no-control-regex -- that they are absent is the point
    expect(running.printed()).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });

  test.each([
    [["--port", "nonsense"], /error: .*--port <number>.*a port must be a whole number/],
    [["--port", "70000"], /error: .*a port must be a whole number/],
    [["--colour"], /error: unknown option '--colour'/],
    [["--token", " "], /error: The token is blank/],
    [["--inspector", "nonsense"], /error: .*a port must be a whole number/],
    [["--quarantine", "/dev/null/refused"], /error: Cannot create the quarantine folder.*: a part of the path is a file/],
    [["--path", "hook"], /error: Cannot start the webhook server: "path" must begin with a slash/],
  ])("%j is one clear line, and exit code 1", async (args, line) => {
    const { code, printed } = await callGreenhook(["listen", ...args]);
    expect(code).toBe(1);
    expect(printed).toMatch(line);
    expect(printed.trim().split("\n")).toHaveLength(1);
  });

  test("a port in use is one clear line, and exit code 1", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await once(server, "listening");
    const { port } = server.address() as { port: number };
    const args = ["listen", "--quarantine", join(folder(), "refused")];
    const { code, printed } = await callGreenhook(args, { PORT: String(port), WEBHOOK_TOKEN: "secret" });
    expect(code).toBe(1);
    expect(printed.trim()).toBe(`error: Cannot listen on 127.0.0.1:${port}: the port is in use; choose another with --port`);
  });

  test("takes its settings from the environment", async () => {
    const env = { PORT: "0", HOST: "127.0.0.1", WEBHOOK_PATH: "/hook", WEBHOOK_TOKEN: "Basic dXNlcjpwYXNz" };
    const running = runGreenhook(["listen"], { env, cwd: folder() });
    await running.until(/Receiving at http:\/\/127\.0\.0\.1:\d+\/hook\//);
    await running.until(/Authorization: Basic dXNlcjpwYXNz/);
  });

  test.each(["SIGTERM", "SIGINT"] as const)("%s drains: 50 requests in flight are answered, exit code 0", async (signal) => {
    const running = await listening();
    const requests = Array.from({ length: 50 }, (_, index) => {
      const bytes = post(JSON.stringify(textMessage("Hello", `ID${index}`)));
      return exchange(running.port, [bytes.subarray(0, -20), 600, bytes.subarray(-20)], { milliseconds: 20_000 });
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    running.child.kill(signal);
    const answered = await Promise.all(requests);
    expect(answered.map(({ responses }) => responses[0]?.status)).toEqual(Array.from({ length: 50 }, () => 200));
    expect(await running.ended).toBe(0);
  });

  test("a second signal ends it at once", async () => {
    const running = await listening();
    const bytes = post(JSON.stringify(textMessage()));
    void exchange(running.port, [bytes.subarray(0, -20)]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    running.child.kill("SIGTERM");
    await running.until(/Stopping/);
    await new Promise((resolve) => setTimeout(resolve, 350));
    running.child.kill("SIGTERM");
    expect(await running.ended).toBe(143);
  });

  test("is on loopback alone unless told otherwise, and says so; a port in use is one clear line", async () => {
    const first = runGreenhook(["listen", "--port", "0", "--inspector", "0"], { cwd: folder() });
    const [, port] = await first.until(/Inspector at http:\/\/127\.0\.0\.1:(\d+)\//);
    const taken = runGreenhook(["listen", "--port", "0", "--inspector", port!], { cwd: folder() });
    expect(await taken.ended).toBe(1);
    expect(taken.printed()).toBe(
      `error: Cannot serve the inspector on 127.0.0.1:${port}: the port is in use; choose another with --inspector\n`,
    );
    const open = runGreenhook(["listen", "--port", "0", "--inspector", "0", "--inspector-host", "0.0.0.0"], { cwd: folder() });
    await open.until(/The inspector can be reached from other machines/);
  });

  test("an open page doesn't keep the program from ending", async () => {
    const running = runGreenhook(["listen", "--port", "0", "--inspector", "0"], { cwd: folder() });
    const [, origin, key] = await running.until(/Inspector at (\S+)\/#([0-9a-f]{32})/);
    await running.until(/Waiting for more/);
    const response = await fetch(`${origin}/api/stream`, { headers: { "x-greenhook-key": key! } });
    const ended = response.text().catch(() => "cut");
    running.child.kill("SIGTERM");
    expect(await running.ended).toBe(0);
    await ended;
  });
});
