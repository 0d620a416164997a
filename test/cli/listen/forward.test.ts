import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createDispatcher, createWebhookHandler } from "@greenhook/core";
import { toExpressHandler } from "@greenhook/express";
import express from "express";
import { expect, onTestFinished, test } from "vitest";
import { callGreenhook } from "../../support/call-greenhook.ts";
import { emulatedInstance } from "../../support/emulated-instance.ts";
import { textMessage } from "../../support/notifications.ts";
import { runGreenhook, type Running } from "../../support/run-greenhook.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

/** An Express application with a Greenhook handler, and ways to go wrong. */
async function application(): Promise<{ url: string; texts: string[]; goesBy: (way: string) => void }> {
  const texts: string[] = [];
  let way = "ok";
  const deliver = createDispatcher().onText((_, text) => void texts.push(text));
  const app = express();
  app.use((request, _, next) => {
    if (request.url === "/as-told") request.url = `/${way}`;
    next();
  });
  app.post("/ok", toExpressHandler(createWebhookHandler({ token: "secret", deliver })));
  app.post("/fails", (_, response) => void response.status(500).send("boom \u001b[31m"));
  app.post("/hangs", () => undefined);
  app.post("/resets", (request) => request.socket.resetAndDestroy());
  app.post("/redirects", (_, response) => response.redirect("/ok"));
  const server = app.listen(0, "127.0.0.1");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, "listening");
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, texts, goesBy: (next) => (way = next) };
}

async function forwarding(to: string, ...args: string[]): Promise<Running & { url: string; origin: string; key: string }> {
  const options = ["--forward-to", to, "--forward-timeout", "1", "--port", "0", "--inspector", "0", ...args];
  const running = runGreenhook(["listen", ...options], { cwd: temporaryFolder() });
  const [, url] = await running.until(/Receiving at (\S+)/);
  const [, origin, key] = await running.until(/Inspector at (\S+)\/#([0-9a-f]{32})/);
  return { ...running, url: url!, origin: origin!, key: key! };
}

test("forwards to an application that accepts, fails, hangs, resets and redirects: in the response, the terminal and the inspector", async () => {
  const app = await application();
  const running = await forwarding(`${app.url}/as-told`);
  const { url, origin, key } = running;
  const cases: [string, number, RegExp][] = [
    ["ok", 200, /200 {2}incomingMessageReceived {2}textMessage .*"Hello"/],
    ["fails", 500, /500 {2}failed .*boom \\u\{1b\}\[31m[^]*GREEN-API would retry in 60 s/],
    ["hangs", 502, /502 {2}failed .*no response within 1 s/],
    ["resets", 502, /502 {2}failed .*the connection (closed before a response|reset)|connection reset/],
    ["redirects", 302, /302 {2}refused [^]*redirects aren't followed/],
  ];
  for (const [index, [way, status, printed]] of cases.entries()) {
    app.goesBy(way);
    const body = JSON.stringify(textMessage("Hello", `ID${index}`));
    const response = await fetch(url, { method: "POST", headers: { authorization: "Bearer secret" }, body, redirect: "manual" });
    expect([way, response.status]).toEqual([way, status]);
    await running.until(printed);
    const detail = await fetch(`${origin}/api/deliveries/${index + 1}`, { headers: { "x-greenhook-key": key } });
    expect(await detail.json()).toMatchObject({ row: { status, kind: "incomingMessageReceived", source: "webhook" } });
  }
  expect(app.texts).toEqual(["Hello"]);
});

test("hands on what the application responds to a wrong token and to a body that isn't JSON", async () => {
  const { url: to } = await application();
  const { url } = await forwarding(`${to}/ok`);
  const wrong = await fetch(url, { method: "POST", headers: { authorization: "Bearer wrong" }, body: "{}" });
  expect([wrong.status, await wrong.json()]).toMatchObject([401, { code: "AUTH_INVALID" }]);
  const broken = await fetch(url, { method: "POST", headers: { authorization: "Bearer secret" }, body: "{bad" });
  expect([broken.status, await broken.json()]).toMatchObject([400, { code: "JSON" }]);
});

test.each([
  ["ok", 0],
  ["fails", 1],
])("takes a notification out of the queue only after a 200: an application that %s leaves %i", async (path, left) => {
  const app = await application();
  const { emulator, env, idInstance } = await emulatedInstance();
  emulator.notify(idInstance, textMessage("From the queue"), { verbatim: true });
  const args = ["listen", "--forward-to", `${app.url}/${path}`, "--token", "secret", "--inspector", "0"];
  const running = runGreenhook(args, { env, cwd: temporaryFolder() });
  await running.until(left === 0 ? /200 {2}incomingMessageReceived/ : /500 {2}failed/);
  if (left > 0) await running.until(/Queue: deliver failed, retrying in \d+ s: the application answered 500: boom/);
  await expect.poll(() => emulator.waiting(idInstance), { timeout: 3_000 }).toBe(left);
  expect(app.texts).toEqual(left === 0 ? ["From the queue"] : []);
});

test("names neither a secret in the URL nor one in its place", async () => {
  const wrong = await callGreenhook(["listen", "--forward-to", "canary"]);
  expect(wrong).toEqual({ code: 1, printed: "error: --forward-to must be a URL that begins with http:// or https://\n" });
  const running = await forwarding("http://user:canary@127.0.0.1:9/hook?key=canary");
  const [, address] = await running.until(/Forwarding to (\S+): /);
  expect(address).toBe("http://***@127.0.0.1:9/hook?***");
  expect(running.printed()).not.toContain("canary");
});
