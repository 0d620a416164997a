import { connect } from "node:net";
import { expect, test } from "vitest";
import { textMessage } from "../support/notifications.ts";
import { inspected } from "./inspected.ts";

const replayToHandler = JSON.stringify({ target: "handler", body: JSON.stringify(textMessage("forged", "FORGED")) });
const replayElsewhere = JSON.stringify({ target: "http://127.0.0.1:9/" });

/** Request targets that a URL parser may read as one below `/api/`. PORT is the inspector's. */
const spellings: readonly (readonly [method: string, target: string, body?: string])[] = [
  ["GET", "/api/deliveries/1?reveal=1"],
  ["GET", "//x/api/deliveries/1?reveal=1"],
  ["GET", "/./api/deliveries/1?reveal=1"],
  ["GET", "/x/../api/deliveries/1?reveal=1"],
  ["GET", "/%2e/api/deliveries/1?reveal=1"],
  ["GET", "/x/%2E%2e/api/deliveries/1?reveal=1"],
  ["GET", "http://127.0.0.1:PORT/api/deliveries/1?reveal=1"],
  ["GET", "/\\x/api/deliveries/1?reveal=1"],
  ["GET", "/%61pi/deliveries/1?reveal=1"],
  ["GET", "//x/api/stream?reveal=1"],
  ["POST", "//x/api/clear"],
  ["POST", "//x/api/deliveries/1/replay", replayToHandler],
  ["POST", "/./api/deliveries/1/replay", replayElsewhere],
];

/** Sends a request as it is written, and gives all that comes back until the other side closes. */
function raw(port: number, method: string, target: string, headers: string, body = ""): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let received = "";
    socket.setTimeout(400, () => socket.destroy());
    socket.on("data", (chunk) => (received += chunk.toString()));
    socket.on("error", reject);
    socket.on("close", () => resolve(received));
    const length = `content-length: ${Buffer.byteLength(body)}`;
    socket.end(`${method} ${target} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nconnection: close\r\n${length}\r\n${headers}\r\n${body}`);
  });
}

test("every spelling of a path that gives data asks for the key", async () => {
  const { port, key, deliver } = await inspected();
  await deliver(textMessage("canary"));
  for (const [method, target, body] of spellings) {
    const received = await raw(port, method, target.replace("PORT", String(port)), "", body);
    expect({ target, status: received.slice(0, 12) }).toEqual({ target, status: "HTTP/1.1 401" });
    expect(received).not.toContain("canary");
  }
  const kept = await raw(port, "GET", "/api/deliveries/1?reveal=1", `x-greenhook-key: ${key}\r\n`);
  expect(kept).toContain("canary");
  expect(await raw(port, "GET", "/api/deliveries/2", `x-greenhook-key: ${key}\r\n`)).toMatch(/^HTTP\/1\.1 404/);
});

test("a request target that isn't a URL is refused, and nothing ends", async () => {
  const { port } = await inspected();
  expect(await raw(port, "GET", "//", "")).toMatch(/^HTTP\/1\.1 400/);
  expect(await raw(port, "GET", "/", "")).toMatch(/^HTTP\/1\.1 200/);
});
