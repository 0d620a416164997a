import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createDispatcher, type DeliveryContext } from "@greenhook/core";
import { startWebhookServer } from "@greenhook/node";
import { describe, expect, onTestFinished, test } from "vitest";
// How long a response may wait has no option of its own: it is tested below the public function.
import { closeStalledSockets } from "../../packages/node/dist/server/close-stalled-sockets.js";
import { startCase, type CaseServer } from "../support/case-server.ts";
import { textMessage } from "../support/notifications.ts";
import { exchange, head, post } from "../support/raw-http.ts";

const good = post(JSON.stringify(textMessage()));
const numbered = (index: number): Buffer => post(JSON.stringify(textMessage("Hello", `ID${index}`)));
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function open(port: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  onTestFinished(() => void socket.destroy());
  await once(socket, "connect");
  return socket;
}

/** The process must live through everything here. */
async function expectAlive(server: CaseServer): Promise<void> {
  expect((await exchange(server.port, [numbered(999)])).responses[0]?.status).toBe(200);
}

describe("slow and silent clients", () => {
  const limits = { headersTimeoutMilliseconds: 200, requestTimeoutMilliseconds: 300 };

  test("73 headers that drip are answered 408", async () => {
    const server = await startCase(limits);
    const drips = Array.from({ length: 40 }, (_, index) => [`x-${index}: 1\r\n`, 30]).flat();
    const started = performance.now();
    const { responses } = await exchange(server.port, ["POST /green-api/webhook/ HTTP/1.1\r\nhost: x\r\n", ...drips]);
    expect(responses[0]?.status).toBe(408);
    expect(performance.now() - started).toBeLessThan(700);
    await expectAlive(server);
  });

  test("74 a body that drips is answered 408", async () => {
    const server = await startCase(limits);
    const start = head("POST /green-api/webhook/ HTTP/1.1", { host: "x", authorization: "Bearer secret", "content-length": "1000" });
    const drips = Array.from({ length: 40 }, () => [" ", 30]).flat();
    const { responses } = await exchange(server.port, [start, ...drips]);
    expect([408, 400]).toContain(responses[0]?.status);
    expect(server.delivered).toHaveLength(0);
    await expectAlive(server);
  });

  test("75 a hundred clients that say nothing are closed, and don't slow the others down", { retry: 2 }, async () => {
    const server = await startCase(limits);
    const silent = await Promise.all(Array.from({ length: 100 }, () => open(server.port)));
    const closed = Promise.all(silent.map((socket) => once(socket.resume(), "close")));
    const times: number[] = [];
    for (let index = 0; index < 20; index++) {
      const started = performance.now();
      expect((await exchange(server.port, [numbered(index)])).responses[0]?.status).toBe(200);
      times.push(performance.now() - started);
    }
    expect(times.toSorted((a, b) => a - b)[10]).toBeLessThan(500);
    await closed;
  });

  test("78 a client that never reads its response loses its socket", async () => {
    // Far more than the kernel's buffers hold, so that a part of it always waits to be read.
    const response = { status: 200, headers: {}, body: "x".repeat(16 * 1024 * 1024), closeConnection: false };
    const server = await startWebhookServer({ ...limits, handler: async () => response, port: 0, host: "127.0.0.1" });
    onTestFinished(() => server.close());
    const socket = await open(server.port);
    socket.pause().write(good);
    // That the server let go shows when nothing can be written any more.
    for (let round = 0; round < 500 && !socket.destroyed; round++) {
      await pause(20);
      socket.write("\r\n");
    }
    expect(socket.destroyed).toBe(true);
  });

  test("78 a client that reads a little now and then loses its socket too", { retry: 2 }, async () => {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      const fill = (): void => {
        while (socket.write(Buffer.alloc(16 * 1024)));
      };
      sockets.add(socket.on("drain", fill).on("error", () => undefined));
      fill();
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const stop = closeStalledSockets(sockets, 300, 20);
    const socket = await open((server.address() as AddressInfo).port);
    const reading = setInterval(() => void socket.read(), 3);
    onTestFinished(() => {
      stop();
      clearInterval(reading);
      server.close();
    });
    const [first] = sockets;
    const before = first?.bytesWritten ?? 0;
    const started = performance.now();
    await expect.poll(() => first?.destroyed, { timeout: 10_000, interval: 5 }).toBe(true);
    expect(performance.now() - started).toBeGreaterThan(150);
    expect(first?.bytesWritten).toBeGreaterThan(before);
  });

  test("9 nobody keeps a connection open without a token, the health check included", async () => {
    const server = await startCase();
    for (const target of ["GET /healthz", "HEAD /healthz", "GET /", "OPTIONS /green-api/webhook/"]) {
      const { responses } = await exchange(server.port, [head(`${target} HTTP/1.1`, { host: "x" })], { responses: 2, milliseconds: 300 });
      expect(responses[0]?.headers["connection"] ?? target).toBe("close");
    }
    expect(server.delivered).toEqual([]);
  });

  test("a limit for the whole request holds for the headers too", async () => {
    const server = await startCase({ requestTimeoutMilliseconds: 200 });
    const started = performance.now();
    const { responses } = await exchange(server.port, ["POST / HTTP/1.1\r\nhost: x\r\n"]);
    expect(responses[0]?.status).toBe(408);
    expect(performance.now() - started).toBeLessThan(600);
    await expectAlive(server);
  });

  test("no more connections than maxConnections", async () => {
    const server = await startCase({ maxConnections: 2 });
    await open(server.port);
    await open(server.port);
    const third = await open(server.port);
    expect(await Promise.race([once(third.resume(), "close").then(() => "closed"), pause(500)])).toBe("closed");
  });
});

describe("connections that break", () => {
  test("76 a body cut short isn't delivered", async () => {
    const server = await startCase({ keep: true });
    const { responses } = await exchange(server.port, [good.subarray(0, -10)], { end: true });
    expect([undefined, 400]).toContain(responses[0]?.status);
    expect(server.delivered).toHaveLength(0);
    expect(server.kept).toHaveLength(0);
    await expectAlive(server);
  });

  test("77 a reset in the body: not delivered; a reset after it: delivered once", async () => {
    const server = await startCase({ deliver: () => pause(50) });
    const first = await open(server.port);
    first.write(good.subarray(0, -10));
    await pause(30);
    first.resetAndDestroy();
    await pause(50);
    expect(server.delivered).toHaveLength(0);
    const second = await open(server.port);
    second.write(good);
    await pause(30);
    second.resetAndDestroy();
    await pause(80);
    expect(server.delivered).toHaveLength(1);
    await expectAlive(server);
  });

  test("81 a response after the client has gone is nobody's error", async () => {
    const server = await startCase({ deliver: () => pause(100) });
    const socket = await open(server.port);
    socket.end(good);
    await pause(20);
    socket.destroy();
    await pause(150);
    expect(server.outcomes[0]).toMatchObject({ outcome: "handled" });
    await expectAlive(server);
  });
});

test("pipelined requests take turns, and behind a closing response none is looked at", async () => {
  const running = { now: 0, most: 0 };
  const server = await startCase({
    deliver: async () => {
      running.most = Math.max(running.most, ++running.now);
      await pause(5);
      running.now--;
    },
  });
  const right = Buffer.concat([numbered(1), numbered(2), numbered(3)]);
  const wrong = post("{}", { authorization: "Bearer wrong" });
  const { responses } = await exchange(server.port, [Buffer.concat([right, wrong, right, wrong])], { responses: 9, milliseconds: 400 });
  expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 401]);
  expect(server.outcomes.map(({ status }) => status)).toEqual([200, 200, 200, 401]);
  expect(server.delivered).toHaveLength(3);
  expect(running.most).toBe(1);
});

test("pipelined requests that wait behind a closed connection's response are forgotten", async () => {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const requests: WeakRef<object>[] = [];
  const remember = (message: unknown): void => void requests.push(new WeakRef((message as { request: object }).request));
  subscribe("http.server.request.start", remember);
  onTestFinished(() => void unsubscribe("http.server.request.start", remember));
  const server = await startCase();
  // A stranger's: the first one's 401 closes the connection, and the others are never answered.
  const unknown = head("POST /green-api/webhook/ HTTP/1.1", { host: "x", "content-length": "2" });
  for (let round = 0; round < 20; round++) await exchange(server.port, [`${unknown}{}`.repeat(20)]);
  await pause(50);
  collect();
  expect(requests.length).toBeGreaterThan(100);
  expect(requests.filter((request) => request.deref() !== undefined).length).toBeLessThan(40);
});

describe("handlers", () => {
  test("79 one that never ends: 503 at the deadline, its signal aborted", async () => {
    let aborted = false;
    const server = await startCase({
      deadlineMilliseconds: 150,
      deliver: (_, { signal }) =>
        new Promise(() => {
          signal.addEventListener("abort", () => (aborted = true));
        }),
    });
    const started = performance.now();
    const { responses } = await exchange(server.port, [good]);
    expect(responses[0]?.status).toBe(503);
    expect(JSON.parse(responses[0]!.body)).toMatchObject({ code: "DEADLINE" });
    expect(performance.now() - started).toBeGreaterThan(140);
    expect(aborted).toBe(true);
    expect(server.outcomes[0]).toMatchObject({ outcome: "late", status: 503 });
  });

  test("79 one that asks for its signal after the deadline finds it aborted", async () => {
    const server = await startCase({ deadlineMilliseconds: 50, deliver: () => pause(100) });
    expect((await exchange(server.port, [good])).responses[0]?.status).toBe(503);
    expect(server.contexts[0]!.signal.aborted).toBe(true);
  });

  test("79 a copy of the context has the signal and the rest, and nothing else", async () => {
    let copy: DeliveryContext | undefined;
    const deliver = async (_: unknown, context: DeliveryContext): Promise<void> => {
      copy = { ...context };
      await pause(100);
    };
    const server = await startCase({ deliver, deadlineMilliseconds: 50 });
    expect((await exchange(server.port, [good])).responses[0]?.status).toBe(503);
    expect(copy).toEqual({
      id: server.outcomes[0]!.id,
      idInstance: expect.stringMatching(/^\d+$/),
      idMessage: textMessage().idMessage,
      signal: expect.any(AbortSignal),
      receivedAt: expect.any(Date),
      rawText: JSON.stringify(textMessage()),
      source: "webhook",
      origin: "webhook",
    });
    expect(copy?.signal.aborted).toBe(true);
  });

  test("79 a body that is whole only after the deadline isn't delivered, nor kept", async () => {
    const server = await startCase({ deadlineMilliseconds: 50, keep: true });
    for (const body of [good, post("null"), post("zipped", { "content-encoding": "gzip" })]) {
      const { responses } = await exchange(server.port, [body.subarray(0, -2), 150, body.subarray(-2)]);
      expect(responses[0]?.status).toBe(503);
    }
    await pause(50);
    expect(server.delivered).toHaveLength(0);
    expect(server.kept).toHaveLength(0);
  });

  test.each<[string, () => never | Promise<never>, unknown]>([
    [
      "throws",
      () => {
        throw new Error("customer 79000000001 not found");
      },
      expect.objectContaining({ message: "customer 79000000001 not found" }),
    ],
    ["rejects", () => Promise.reject(new Error("down")), expect.objectContaining({ message: "down" })],
    ["rejects with a string", () => Promise.reject("text"), "text"],
    [
      "throws null",
      () => {
        throw null;
      },
      null,
    ],
    ["rejects with undefined", () => Promise.reject(undefined), undefined],
  ])("80 one that %s: 500 with a fixed body, and the error for onOutcome alone", async (_, deliver, error) => {
    for (const keep of [false, true]) {
      const server = await startCase({ deliver, keep });
      const { responses } = await exchange(server.port, [good]);
      expect(responses[0]).toMatchObject({ status: 500, body: '{"code":"HANDLER_FAILED","message":"The handler failed: send it again"}' });
      expect(server.kept).toHaveLength(0);
      expect(server.outcomes[0]).toMatchObject({ outcome: "failed", code: "HANDLER_FAILED" });
      expect(server.outcomes[0]).toHaveProperty("error", error);
      await exchange(server.port, [good]);
      expect(server.delivered).toHaveLength(2);
    }
  });

  test("82 the same notification arriving meanwhile joins: one run, the same response", async () => {
    const server = await startCase({ deliver: () => pause(100) });
    const [first, second, other] = await Promise.all([
      exchange(server.port, [good]),
      exchange(server.port, [20, good]),
      exchange(server.port, [numbered(1)]),
    ]);
    expect([first, second, other].map(({ responses }) => responses[0]?.status)).toEqual([200, 200, 200]);
    expect(server.delivered).toHaveLength(2);
    expect(server.outcomes.filter(({ joined }) => joined)).toHaveLength(1);
    // It ended: the next one runs again.
    await exchange(server.port, [good]);
    expect(server.delivered).toHaveLength(3);
  });

  test("82 a retry after the deadline joins the run that goes on, and gets its 200", async () => {
    const server = await startCase({ deadlineMilliseconds: 100, deliver: () => pause(170) });
    expect((await exchange(server.port, [good])).responses[0]?.status).toBe(503);
    expect((await exchange(server.port, [good])).responses[0]?.status).toBe(200);
    expect(server.delivered).toHaveLength(1);
  });

  test("82 a run that fails answers all that joined it 500, and is over", async () => {
    const server = await startCase({ deliver: () => pause(50).then(() => Promise.reject(new Error("down"))) });
    const both = await Promise.all([exchange(server.port, [good]), exchange(server.port, [good])]);
    expect(both.map(({ responses }) => responses[0]?.status)).toEqual([500, 500]);
    expect(server.delivered).toHaveLength(1);
  });

  test("a quarantine that fails: 500, so that nothing is lost", async () => {
    const server = await startCase({ quarantine: () => Promise.reject(new Error("disk full")) });
    const { responses } = await exchange(server.port, [post("null")]);
    expect(JSON.parse(responses[0]!.body)).toMatchObject({ code: "QUARANTINE_FAILED" });
    expect(responses[0]?.status).toBe(500);
    expect(server.outcomes[0]).toMatchObject({ outcome: "failed", error: expect.objectContaining({ message: "disk full" }) });
  });

  test("a quarantine that never ends: 503 at the deadline", async () => {
    const server = await startCase({ deadlineMilliseconds: 100, quarantine: () => new Promise(() => undefined) });
    expect((await exchange(server.port, [post("null")])).responses[0]?.status).toBe(503);
  });

  test("what a deliver returns besides its two words shows nowhere", async () => {
    const server = await startCase({ deliver: () => ({ data: textMessage("a secret") }) });
    expect((await exchange(server.port, [good])).responses[0]?.body).toBe('{"ok":true,"outcome":"handled"}');
    expect(server.outcomes[0]?.outcome).toBe("handled");
  });

  test("an onOutcome that throws or rejects changes nothing", async () => {
    for (const onOutcome of [
      () => Promise.reject(new Error("observer")),
      () => {
        throw new Error("observer");
      },
    ]) {
      const server = await startCase({ onOutcome });
      expect((await exchange(server.port, [good])).responses[0]?.status).toBe(200);
    }
  });
});

describe("close()", () => {
  test("83 responds to 50 requests in flight, and closes idle and unused sockets", async () => {
    let delivered = 0;
    const deliver = (): Promise<void> => {
      delivered += 1;
      return pause(200);
    };
    const server = await startCase({ deliver });
    const idle = await open(server.port);
    idle.write(numbered(999));
    await once(idle, "data");
    await open(server.port);
    const inFlight = Array.from({ length: 50 }, (_, index) => exchange(server.port, [numbered(index)], { milliseconds: 10_000 }));
    await expect.poll(() => delivered, { timeout: 10_000, interval: 5 }).toBe(51);
    const started = performance.now();
    await server.close();
    expect(performance.now() - started).toBeLessThan(5_000);
    for (const { responses } of await Promise.all(inFlight)) {
      expect(responses[0]).toMatchObject({ status: 200, headers: { connection: "close" } });
    }
    await expect(open(server.port)).rejects.toThrow(/ECONNREFUSED/);
  });

  test("84 answers 503 once the grace is over", async () => {
    const server = await startCase({ graceMilliseconds: 100, deadlineMilliseconds: 5000, deliver: () => new Promise(() => undefined) });
    const inFlight = exchange(server.port, [good]);
    await pause(50);
    const started = performance.now();
    await server.close();
    expect(performance.now() - started).toBeLessThan(800);
    const { responses } = await inFlight;
    expect(responses[0]).toMatchObject({ status: 503, headers: { connection: "close" } });
    expect(JSON.parse(responses[0]!.body)).toMatchObject({ code: "STOPPING" });
  });

  test("86 answers a request that comes meanwhile 503, or refuses its connection", async () => {
    const server = await startCase({ deliver: () => pause(200) });
    const socket = await open(server.port);
    socket.write(numbered(1));
    await pause(50);
    const closing = server.close();
    let received = "";
    socket.on("data", (chunk) => (received += chunk.toString()));
    socket.write(numbered(2));
    const late = exchange(server.port, [numbered(3)]).catch(() => undefined);
    await Promise.all([closing, once(socket, "close")]);
    expect(received).toContain("200 OK");
    expect((await late)?.responses ?? []).toEqual([]);
    expect(server.delivered).toHaveLength(1);
  });

  test("doesn't wait for a TLS handshake that never ends", async () => {
    const [key, cert] = ["key", "crt"].map((ending) => readFileSync(new URL(`../core/api/tls/test-only.${ending}`, import.meta.url)));
    const server = await startCase({ tls: { key, cert }, deliver: () => pause(200) });
    const silent = await open(server.port);
    const secure = connectTls({ port: server.port, host: "127.0.0.1", rejectUnauthorized: false });
    secure.on("error", () => undefined);
    await once(secure, "secureConnect");
    secure.write(good);
    await pause(50);
    const started = performance.now();
    const response = once(secure, "data");
    await Promise.all([server.close(), once(silent.resume(), "close")]);
    expect(performance.now() - started).toBeLessThan(700);
    expect(String(await response)).toContain("200 OK");
  });

  test("6 a delivery whose handlers the same signal removes gets a 503, not a 200", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const handled: string[] = [];
    const deliver = createDispatcher().onText((_, text) => void handled.push(text), { signal });
    const server = await startCase({ signal, deliver });
    const [started, aborted] = await Promise.all([open(server.port), open(server.port)]);
    started.write(good);
    await once(started, "data");
    expect(handled).toEqual(["Hello"]);
    aborted.write(good.subarray(0, -10));
    await pause(30);
    controller.abort();
    const response = once(aborted, "data");
    aborted.write(good.subarray(-10));
    expect(String(await response)).toMatch(/^HTTP\/1\.1 503 [^]*"code":"STOPPING"/);
    expect(handled).toHaveLength(1);
  });

  test("gives the same promise twice, and an aborted signal does the same", async () => {
    const controller = new AbortController();
    const server = await startCase({ signal: controller.signal });
    controller.abort();
    await pause(50);
    await expect(open(server.port)).rejects.toThrow(/ECONNREFUSED/);
    expect(server.close()).toBe(server.close());
  });

  test("a signal aborted before the server runs rejects, and frees the port", async () => {
    await expect(startCase({ signal: AbortSignal.abort() })).rejects.toThrow(/abort/);
    const before = await startCase();
    await before.close();
    const controller = new AbortController();
    const starting = startCase({ port: before.port, signal: controller.signal });
    controller.abort();
    await expect(starting).rejects.toThrow(/abort/);
    await expect(open(before.port)).rejects.toThrow(/ECONNREFUSED/);
  });

  test.each(["hook", "http://x/hook", "/hook?a=b"])("a path that no request can have rejects: %s", async (path) => {
    await expect(startCase({ path })).rejects.toThrow('"path" must begin with a slash');
  });

  test.each([
    ["/green api/", "/green%20api/"],
    ["/wé", "/w%C3%A9/"],
    ["/a/../b", "/b/"],
    ["//x/y/", "//x/y/"],
    ["/", "/"],
    ["", "/"],
  ])("a path is served as clients send it: %s", async (path, sent) => {
    const server = await startCase({ path });
    expect(new URL(server.url).pathname).toBe(sent);
    const request = post(JSON.stringify(textMessage())).toString("latin1");
    for (const target of [sent, sent.replace(/(.)\/$/, "$1")]) {
      const { responses } = await exchange(server.port, [request.replace("/green-api/webhook/", target)]);
      expect(responses[0]?.status).toBe(200);
    }
  });

  test("a port in use rejects", async () => {
    const server = await startCase();
    await expect(startCase({ port: server.port })).rejects.toThrow(/EADDRINUSE/);
  });
});
