import { execFile } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { readFileSync } from "node:fs";
import { createServer as createTlsServer } from "node:https";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { inspect, promisify } from "node:util";
import { createPartnerClient } from "@greenhook/core/api";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { retryAfterMilliseconds } from "../../../packages/core/dist/api/call/retry.js";
import { everythingIn, secretsIn } from "./everything-in.ts";
import { everyMethod } from "./every-method.ts";
import { canary, clientOf, fast, rejectionOf, startLocalApi } from "./local-api.ts";

afterEach(() => {
  vi.unstubAllEnvs();
});

/** A bare TCP server, for responses that no HTTP server sends. */
async function startSocketServer(onSocket: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    onSocket(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sockets };
}

const head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

const faults: Readonly<Record<string, { onSocket: (socket: Socket) => void; expected: object }>> = {
  "reset before a response": {
    onSocket: (socket) => socket.once("data", () => socket.resetAndDestroy()),
    expected: { name: "ApiNetworkError", code: "ECONNRESET" },
  },
  "closed before a response": {
    onSocket: (socket) => socket.once("data", () => socket.end()),
    expected: { name: "ApiNetworkError", code: "UND_ERR_SOCKET" },
  },
  "closed in the middle of a response": {
    onSocket: (socket) => socket.once("data", () => socket.end(`${head}Content-Length: 50\r\n\r\n{"stateInstance":"${canary.phone}`)),
    expected: { name: "ApiNetworkError" },
  },
  "no response at all": { onSocket: (socket) => socket.resume(), expected: { name: "ApiNetworkError", code: "TIMEOUT" } },
  "a response that drips": {
    onSocket: (socket) =>
      socket.once("data", () => {
        socket.write(`${head}Content-Length: 5000\r\n\r\n`);
        const timer = setInterval(() => socket.write(" "), 20);
        socket.on("close", () => clearInterval(timer));
      }),
    expected: { name: "ApiNetworkError", code: "TIMEOUT" },
  },
  "something that isn't HTTP": {
    onSocket: (socket) => socket.once("data", () => socket.end(`SSH-2.0 ${canary.token}\r\n`)),
    expected: { name: "ApiNetworkError", code: "NOT_HTTP" },
  },
  "a response of 2 MiB": {
    onSocket: (socket) => socket.once("data", () => socket.write(`${head}Content-Length: 2097152\r\n\r\n${" ".repeat(2_097_152)}`)),
    expected: { name: "ApiResponseError", code: "TOO_LARGE" },
  },
  "a response of 2 MiB in chunks": {
    onSocket: (socket) =>
      socket.once("data", () => socket.write(`${head}Transfer-Encoding: chunked\r\n\r\n200000\r\n${" ".repeat(2_097_152)}\r\n`)),
    expected: { name: "ApiResponseError", code: "TOO_LARGE" },
  },
};

test.each(Object.keys(faults))("getStateInstance() makes a typed error of %s", async (fault) => {
  const { onSocket, expected } = faults[fault] as (typeof faults)[string];
  const { url, sockets } = await startSocketServer(onSocket);
  // Only those that are about a timeout wait for one.
  const milliseconds = "code" in expected && expected.code === "TIMEOUT" ? 100 : 10_000;
  const limits = { maxRetries: 0, responseTimeoutMilliseconds: milliseconds, bodyTimeoutMilliseconds: milliseconds };
  const error = await rejectionOf(clientOf(url, limits).getStateInstance());
  expect(error).toMatchObject({ ...expected, method: "getStateInstance" });
  expect(secretsIn(everythingIn(error))).toEqual([]);
  await vi.waitFor(() => expect(sockets.size).toBe(0), 5_000);
});

test("getStateInstance() makes a typed error of a refused connection", async () => {
  const api = await startLocalApi(() => {});
  await api.close();
  const error = await rejectionOf(clientOf(api.url, { maxRetries: 1 }).getStateInstance());
  expect(error).toMatchObject({ name: "ApiNetworkError", code: "ECONNREFUSED" });
  expect(secretsIn(everythingIn(error))).toEqual([]);
});

test("getStateInstance() makes a typed error of a name that doesn't resolve", async () => {
  const error = await rejectionOf(
    clientOf("http://nowhere.invalid", { maxRetries: 0, responseTimeoutMilliseconds: 5_000 }).getStateInstance(),
  );
  expect(error).toMatchObject({ name: "ApiNetworkError", code: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/) as string });
  expect(secretsIn(everythingIn(error))).toEqual([]);
});

test("getStateInstance() doesn't trust a certificate that nobody vouches for, and doesn't ask twice", async () => {
  const [key, cert] = ["key", "crt"].map((ending) => readFileSync(new URL(`tls/test-only.${ending}`, import.meta.url)));
  let connections = 0;
  const server = createTlsServer({ key, cert }, (_, response) => response.end('{"stateInstance":"authorized"}'));
  server.on("connection", () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const error = await rejectionOf(clientOf(`https://localhost:${(server.address() as AddressInfo).port}`).getStateInstance());
  expect(error).toMatchObject({ name: "ApiNetworkError", code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
  expect(connections).toBe(1);
  expect(secretsIn(everythingIn(error))).toEqual([]);
});

test("getStateInstance() follows no redirect", async () => {
  const other = await startLocalApi((_, response) => response.end('{"stateInstance":"authorized"}'));
  const api = await startLocalApi(({ path }, response) => {
    response.writeHead(302, { location: `${other.url}${path}` });
    response.end();
  });
  const error = await rejectionOf(clientOf(api.url).getStateInstance());
  expect(error).toMatchObject({ name: "ApiResponseError", code: "REDIRECT", status: 302 });
  expect([api.calls.length, other.calls.length]).toEqual([1, 0]);
  expect(secretsIn(everythingIn(error))).toEqual([]);
});

test.each([429, 500, 502, 503, 504])("getStateInstance() is retried after %d", async (status) => {
  const api = await startLocalApi((_, response) => {
    if (api.calls.length < 4) response.statusCode = status;
    response.end(api.calls.length < 4 ? "<html>" : '{"stateInstance":"authorized"}');
  });
  expect(await clientOf(api.url).getStateInstance()).toEqual({ stateInstance: "authorized" });
  expect(api.calls.length).toBe(4);
});

test("getStateInstance() gives up after five retries", async () => {
  const api = await startLocalApi((_, response) => {
    response.statusCode = 503;
    response.end();
  });
  await expect(clientOf(api.url).getStateInstance()).rejects.toMatchObject({ name: "ApiServerError", status: 503 });
  expect(api.calls.length).toBe(6);
});

test.each([400, 401, 403, 404, 466, 501])("getStateInstance() isn't retried after %d", async (status) => {
  const api = await startLocalApi((_, response) => {
    response.statusCode = status;
    response.end();
  });
  await rejectionOf(clientOf(api.url).getStateInstance());
  expect(api.calls.length).toBe(1);
});

/** Methods that change nothing: the only ones that are retried. */
const reads = new Set(
  `getSettings getStateInstance getStatusInstance getStateInstanceHistory qr getWaSettings
   getAccountSettings receiveNotification deleteNotification downloadFile getMessagesCount showMessagesQueue
   getWebhooksCount getChatHistory getMessage lastIncomingMessages lastOutgoingMessages lastIncomingCalls
   lastOutgoingCalls getGroupData getStatusStatistic getIncomingStatuses getOutgoingStatuses getAvatar
   getContacts getContactInfo getChats getTemplates getTemplateById getInstances`.split(/\s+/),
);

test("of all 83 methods only those that change nothing are retried", async () => {
  const api = await startLocalApi((_, response, request) => {
    if (api.calls.length % 3 === 0) request.socket.destroy();
    response.statusCode = api.calls.length % 2 === 0 ? 429 : 503;
    response.end();
  });
  const limits = { maxRetries: 1, maxBackoffMilliseconds: 1, callsPerSecond: fast };
  const partner = createPartnerClient({ partnerApiUrl: api.url, partnerToken: "gac.1", ...limits });
  const methods = { ...clientOf(api.url, limits), ...partner } as unknown as Readonly<Record<string, (input?: object) => Promise<unknown>>>;
  const sent: Record<string, number> = {};
  for (const { name, input } of everyMethod) {
    const before = api.calls.length;
    await rejectionOf((methods[name] as (input?: object) => Promise<unknown>)(input));
    sent[name] = api.calls.length - before;
  }
  expect(sent).toEqual(Object.fromEntries(everyMethod.map(({ name }) => [name, reads.has(name) ? 2 : 1])));
});

test("call() is retried only where it says so, or the method is known to change nothing", async () => {
  const api = await startLocalApi((_, response) => void response.writeHead(503).end());
  const client = clientOf(api.url, { maxRetries: 1 });
  const sent: number[] = [];
  for (const call of [
    () => client.call("sendOrder", { body: {} }),
    () => client.call("getProducts"),
    () => client.call("getProducts", { retryable: true }),
    () => client.call("getSettings"),
    () => client.call("reboot"),
  ]) {
    const before = api.calls.length;
    await rejectionOf(call());
    sent.push(api.calls.length - before);
  }
  expect(sent).toEqual([1, 1, 2, 2, 1]);
});

/** When the second call came, after the first, with a 429 in between. */
async function retryAfter(header: string | undefined, rate: number) {
  const times: number[] = [];
  const api = await startLocalApi((_, response) => {
    times.push(performance.now());
    if (times.length === 1) {
      response.statusCode = 429;
      if (header !== undefined) response.setHeader("retry-after", header);
    }
    response.end('{"count":1}');
  });
  await clientOf(api.url, { callsPerSecond: { getMessagesCount: rate } })
    .getMessagesCount({ timeoutMilliseconds: 700 })
    .catch(() => {});
  return times.length < 2 ? Infinity : (times[1] as number) - (times[0] as number);
}

test("a 429 is waited out as long as Retry-After says, or else as the rate says", async () => {
  const [zero, past, none, nonsense, endless] = await Promise.all([
    retryAfter("0", 5.9),
    retryAfter("Sun, 06 Nov 1994 08:49:37 GMT", 5.9),
    retryAfter(undefined, 5.9),
    retryAfter("soon", 5.9),
    retryAfter("1000000000", 10_000),
  ]);
  expect([zero, past].every((took) => took < 150)).toBe(true);
  expect([none, nonsense].every((took) => took > 160 && took < 500)).toBe(true);
  expect(endless).toBe(Infinity);
});

test.each([
  ["1", 1_000],
  [" 7 ", 7_000],
  ["0", 0],
  ["90", 60_000],
  ["1000000000000000000000", 60_000],
  ["Sun, 22 Nov 2026 10:00:30 GMT", 30_000],
  ["Sun, 22 Nov 2026 09:59:30 GMT", 0],
  ["Mon, 23 Nov 2026 10:00:00 GMT", 60_000],
  ["soon", undefined],
  ["-1", undefined],
  ["1.5", undefined],
  ["", undefined],
  ["1".repeat(65), undefined],
])("Retry-After %j asks for %s ms", (header, expected) => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 22, 10), toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  expect(retryAfterMilliseconds(header)).toBe(expected);
});

test.each(["connect", "headers", "body", "backoff", "rate"])("an abort during %s ends the call at once", async (phase) => {
  const { url, sockets } = await startSocketServer((socket) => {
    socket.on("data", () => {
      if (phase === "body") socket.write(`${head}Content-Length: 50\r\n\r\n{`);
      if (phase === "backoff" || phase === "rate") socket.write("HTTP/1.1 503 Busy\r\nRetry-After: 9\r\nContent-Length: 0\r\n\r\n");
    });
  });
  // An address that nothing responds at, so that connecting goes on.
  const client = clientOf(phase === "connect" ? "http://192.0.2.1:9" : url, {
    responseTimeoutMilliseconds: 9_000,
    bodyTimeoutMilliseconds: 9_000,
    maxBackoffMilliseconds: 9_000,
    callsPerSecond: { getStateInstance: phase === "rate" ? 0.1 : 10_000 },
  });
  if (phase === "rate") client.getStateInstance({ timeoutMilliseconds: 400 }).catch(() => {});
  const controller = new AbortController();
  const rejected = rejectionOf(client.getStateInstance({ signal: controller.signal }));
  await new Promise((resolve) => setTimeout(resolve, 150));
  const aborted = performance.now();
  controller.abort();
  const error = await rejected;
  // Nothing else would end it within 9 s.
  expect(performance.now() - aborted).toBeLessThan(4_000);
  expect(error.name).toBe("AbortError");
  if (phase === "headers" || phase === "body") await vi.waitFor(() => expect(sockets.size).toBe(0), 5_000);
});

test("a signal that is aborted already lets nothing out, and its own reason comes back", async () => {
  const api = await startLocalApi((_, response) => response.end("{}"));
  const reason = new Error("mine");
  expect(await rejectionOf(clientOf(api.url).getSettings({ signal: AbortSignal.abort(reason) }))).toBe(reason);
  expect(api.calls.length).toBe(0);
});

test("timeoutMilliseconds counts for the whole call, retries included", async () => {
  const api = await startLocalApi((_, response) => {
    response.statusCode = 503;
    response.end();
  });
  const begun = performance.now();
  const client = clientOf(api.url, { maxBackoffMilliseconds: 80 });
  await expect(client.getSettings({ timeoutMilliseconds: 120 })).rejects.toMatchObject({ name: "ApiNetworkError", code: "TIMEOUT" });
  expect(performance.now() - begun).toBeLessThan(3_000);
  expect(api.calls.length).toBeLessThan(4);
});

test("calls of one method keep to its rate, those of others don't wait for it", async () => {
  const times: number[] = [];
  const api = await startLocalApi(({ path }, response) => {
    if (path.includes("getMessagesCount")) times.push(performance.now());
    response.end('{"count":1,"stateInstance":"authorized"}');
  });
  const client = clientOf(api.url, { callsPerSecond: { getMessagesCount: 10.99, getStateInstance: 10_000 } });
  const begun = performance.now();
  const slow = Promise.all(Array.from({ length: 13 }, () => client.getMessagesCount()));
  await Promise.all([client.getStateInstance(), client.getStateInstance()]);
  expect(performance.now() - begun).toBeLessThan(800);
  await slow;
  // Ten at once, then the window, ten elevenths of a second.
  expect((times[9] as number) - begun).toBeLessThan(800);
  expect((times[10] as number) - begun).toBeGreaterThan(820);
  expect(times.length).toBe(13);
});

test("a place in the rate that was given up by aborting is free again", async () => {
  const api = await startLocalApi((_, response) => response.end('{"count":1}'));
  const client = clientOf(api.url, { callsPerSecond: { getMessagesCount: 2.9 } });
  await client.getMessagesCount();
  await client.getMessagesCount();
  const begun = performance.now();
  for (let index = 0; index < 5; index += 1) await rejectionOf(client.getMessagesCount({ timeoutMilliseconds: 10 }));
  await client.getMessagesCount();
  expect(performance.now() - begun).toBeLessThan(950);
  expect(performance.now() - begun).toBeGreaterThan(550);
});

test("a clock that is set back holds no call up", async () => {
  const api = await startLocalApi((_, response) => response.end('{"count":1}'));
  const client = clientOf(api.url, { callsPerSecond: { getMessagesCount: 2.99 } });
  await Promise.all([client.getMessagesCount(), client.getMessagesCount()]);
  const now = Date.now();
  const clock = vi.spyOn(Date, "now").mockImplementation(() => now - 3_600_000);
  onTestFinished(() => clock.mockRestore());
  expect(await client.getMessagesCount({ timeoutMilliseconds: 900 })).toEqual({ count: 1 });
});

test("the environment's proxy counts only with proxy: env", async () => {
  const seen: string[] = [];
  const proxy = await startLocalApi(() => {});
  proxy.server.on("connect", (request, socket) => {
    seen.push(request.url ?? "");
    socket.end("HTTP/1.1 502 No\r\nContent-Length: 0\r\n\r\n");
  });
  for (const name of ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy"]) vi.stubEnv(name, proxy.url);
  for (const name of ["NO_PROXY", "no_proxy"]) vi.stubEnv(name, "");
  const api = await startLocalApi((_, response) => response.end('{"count":1}'));
  expect(await clientOf(api.url).getMessagesCount()).toEqual({ count: 1 });
  expect(seen).toEqual([]);
  const error = await rejectionOf(clientOf(api.url, { proxy: "env", maxRetries: 0 }).getMessagesCount());
  expect(seen.length + proxy.calls.length).toBeGreaterThan(0);
  expect(secretsIn(everythingIn(error))).toEqual([]);
});

test("a proxy variable that isn't a URL isn't retried", async () => {
  for (const name of ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy"]) vi.stubEnv(name, `http://u:${canary.token}@[`);
  const error = await rejectionOf(clientOf("http://127.0.0.1:1", { proxy: "env" }).getMessagesCount());
  expect(error).toMatchObject({ name: "ApiValidationError", code: "PROXY_INVALID" });
  expect(secretsIn(everythingIn(error))).toEqual([]);
});

test("undici's diagnostics channels don't show the token, and the server gets it", async () => {
  const shown: string[] = [];
  const channels = ["request:create", "request:headers", "request:trailers", "request:error", "client:connected", "client:sendHeaders"];
  const listen = (message: unknown) => void shown.push(inspect(message, { depth: Infinity, showHidden: true }));
  for (const name of channels) subscribe(`undici:${name}`, listen);
  onTestFinished(() => {
    for (const name of channels) unsubscribe(`undici:${name}`, listen);
  });
  const api = await startLocalApi((_, response) => response.end('{"saveSettings":true,"idMessage":"1"}'));
  const apiTokenInstance = `${canary.token}/$&:token`;
  const client = clientOf(api.url, { apiTokenInstance });
  const message = "GET /:token HTTP/1.1";
  await client.sendMessage({ chatId: "7@c.us", message });
  await client.getSettings();
  const encoded = encodeURIComponent(apiTokenInstance);
  expect(api.calls.map(({ path }) => path.split("/").at(-1))).toEqual([encoded, encoded]);
  expect(JSON.parse(String(api.calls[0]?.body))).toMatchObject({ message });
  expect(shown.length).toBeGreaterThan(5);
  expect(shown.filter((text) => text.includes(canary.token))).toEqual([]);
});

test("calls that share a signal make no warning", async () => {
  const warnings: Error[] = [];
  const listen = (warning: Error) => void warnings.push(warning);
  process.on("warning", listen);
  onTestFinished(() => void process.off("warning", listen));
  const api = await startLocalApi((_, response) => void setTimeout(() => response.end('{"count":1}'), 20));
  const client = clientOf(api.url);
  const controller = new AbortController();
  const call = () => client.getMessagesCount({ signal: controller.signal });
  await Promise.all(Array.from({ length: 30 }, call));
  const last = Promise.allSettled(Array.from({ length: 30 }, call));
  controller.abort();
  expect((await last).every(({ status }) => status === "rejected")).toBe(true);
  await new Promise((resolve) => setImmediate(resolve));
  expect(warnings).toEqual([]);
});

test("importing @greenhook/core/api loads neither undici nor zod, and takes a fraction of undici's time", async () => {
  const script = `
    const begun = performance.now();
    const { createApiClient } = await import("@greenhook/core/api");
    createApiClient({ apiUrl: "https://h.example", idInstance: 1, apiTokenInstance: "t" });
    const took = performance.now() - begun;
    process.stderr.write("undici is next\\n");
    const undiciBegun = performance.now();
    await import("./packages/core/node_modules/undici/index.js");
    process.stdout.write(JSON.stringify({ took, undici: performance.now() - undiciBegun }));`;
  // A busy machine is slow at times: the best of a few counts.
  let share = Infinity;
  for (let round = 0; round < 5 && share >= 0.5; round++) {
    const loaded = await promisify(execFile)(
      process.execPath,
      ["--input-type=module", "--import", new URL("list-modules.mjs", import.meta.url).pathname, "-e", script],
      { cwd: new URL("../../..", import.meta.url).pathname },
    );
    const [before = ""] = loaded.stderr.split("undici is next");
    expect(before).not.toMatch(/node_modules.*(undici|zod)/);
    expect(before).toMatch(/dist\/bundled\/api\.js/);
    const { took, undici } = JSON.parse(loaded.stdout) as { took: number; undici: number };
    share = Math.min(share, took / undici);
  }
  expect(share).toBeLessThan(0.5);
});
