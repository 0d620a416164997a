import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { startCase } from "../support/case-server.ts";
import { statusSample, textMessage } from "../support/notifications.ts";
import { chunked, chunkedHeaders, exchange, head, post } from "../support/raw-http.ts";

const good = JSON.stringify(textMessage());
const path = "/green-api/webhook/";
const limit = 64 * 1024;

describe("method and path", () => {
  test.each(["GET", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"])("19-21 %s is answered 405", async (method) => {
    const server = await startCase();
    const start = head(`${method} ${path} HTTP/1.1`, { host: "x", origin: "https://elsewhere.example" });
    const { responses } = await exchange(server.port, [start], { milliseconds: method === "HEAD" ? 150 : 900 });
    if (method !== "HEAD") expect(JSON.parse(responses[0]!.body)).toMatchObject({ code: "METHOD" });
    else expect(responses[0]!.body).toBe("");
    expect(responses[0]).toMatchObject({ status: 405, headers: { allow: "POST" } });
    expect(Object.keys(responses[0]!.headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  });

  test.each([
    ["/green-api/webhook", 200],
    ["/green-api/webhook/", 200],
    ["/green-api/webhook/?instance=1", 200],
    ["/green-api/webhook?x", 200],
    ["http://example.com/green-api/webhook/", 200],
    ["HTTPS://example.com:443/green-api/webhook?x", 200],
    ["http://example.com", 404],
    ["http://example.com?/green-api/webhook", 404],
    ["/http://example.com/green-api/webhook", 404],
    ["/green-api/webhookx", 404],
    ["/", 404],
    ["/green-api/webhook//", 404],
    ["*", 404],
  ])("22 %s is answered %d", async (target, status) => {
    const server = await startCase();
    const { responses } = await exchange(server.port, [
      head(`POST ${target} HTTP/1.1`, { host: "x", authorization: "Bearer secret", "content-length": String(good.length) }),
      good,
    ]);
    expect(responses[0]?.status).toBe(status);
    if (status === 404) expect(JSON.parse(responses[0]!.body)).toMatchObject({ code: "NOT_FOUND" });
  });

  test("GET /healthz is answered 200, without a token", async () => {
    const server = await startCase();
    const { responses } = await exchange(server.port, [head("GET /healthz HTTP/1.1", { host: "x" })]);
    expect(responses[0]).toMatchObject({ status: 200, body: '{"ok":true}' });
  });
});

describe("headers", () => {
  test.each([
    undefined,
    "application/json",
    'application/json; charset="UTF-8"',
    "application/x+json",
    "text/plain",
    "application/x-www-form-urlencoded",
  ])("23 Content-Type %s: the bytes decide", async (type) => {
    const server = await startCase();
    const { responses } = await exchange(server.port, [post(good, { "content-type": type })]);
    expect(responses[0]).toMatchObject({ status: 200, body: '{"ok":true,"outcome":"handled"}' });
  });

  test.each(["multipart/form-data; boundary=x", "application/x-www-form-urlencoded"])("24 %s that is no JSON", async (type) => {
    const body = "--x\r\nContent-Disposition: form-data\r\n\r\na=b\r\n--x--";
    await refusedOrKept(post(body, { "content-type": type }), 400, "JSON");
  });

  test.each(["iso-8859-1", "utf-16le", "bogus"])("25 charset %s: the bytes decide", async (charset) => {
    const server = await startCase();
    const headers = { "content-type": `application/json; charset=${charset}` };
    const { responses } = await exchange(server.port, [post(JSON.stringify(textMessage("Привет")), headers)]);
    expect(responses[0]?.status).toBe(200);
    await refusedOrKept(post(Buffer.from(JSON.stringify(textMessage("naïve")), "latin1"), headers), 400, "UTF8");
  });

  test.each([
    ["gzip", gzipSync(good)],
    ["br", brotliCompressSync(good)],
    ["deflate", deflateSync(good)],
    ["zstd", Buffer.from("28b52ffd", "hex")],
    ["gzip, gzip", gzipSync(gzipSync(good))],
    ["bogus", Buffer.from(good)],
  ])("26 Content-Encoding %s is never inflated", async (encoding, bytes) => {
    const kept = await refusedOrKept(post(bytes, { "content-encoding": encoding }), 415, "ENCODING");
    expect(Buffer.from(kept.bytes!)).toEqual(bytes);
  });

  test("26 Content-Encoding identity is read", async () => {
    const server = await startCase();
    const { responses } = await exchange(server.port, [post(good, { "content-encoding": "Identity" })]);
    expect(responses[0]?.status).toBe(200);
  });

  test("27 a gzip bomb takes no memory", async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000, "a"));
    const server = await startCase({ keep: true });
    const before = process.memoryUsage().rss;
    const { responses } = await exchange(server.port, [post(bomb, { "content-encoding": "gzip" })]);
    expect(responses[0]?.status).toBe(200);
    expect(server.kept[0]?.bytes?.byteLength).toBe(bomb.byteLength);
    expect(process.memoryUsage().rss - before).toBeLessThan(15_000_000);
  });
});

describe("length", () => {
  test("28 a Content-Length over the limit is answered before the body", async () => {
    for (const keep of [false, true]) {
      const server = await startCase({ keep });
      const start = head(`POST ${path} HTTP/1.1`, { host: "x", authorization: "Bearer secret", "content-length": String(limit + 1) });
      const { responses } = await exchange(server.port, [start]);
      expect(responses[0]?.status).toBe(413);
      expect(JSON.parse(responses[0]!.body)).toMatchObject({ code: "TOO_LARGE" });
      expect(server.kept).toHaveLength(0);
    }
  });

  test("29 a chunked body that grows over the limit is cut off", async () => {
    const server = await startCase();
    const start = head(`POST ${path} HTTP/1.1`, { host: "x", authorization: "Bearer secret", "transfer-encoding": "chunked" });
    const piece = `10000\r\n${" ".repeat(65_536)}\r\n`;
    const { responses, sentBytes } = await exchange(server.port, [start, ...Array.from({ length: 300 }, () => piece)], {
      milliseconds: 600,
    });
    expect(responses[0]?.status).toBe(413);
    expect(sentBytes).toBeLessThan(15_000_000);
  });

  test.each([
    ["exactly the limit", limit, "", 200],
    ["one more", limit + 1, "", 413],
    ["exactly the limit, the last character of three bytes", limit, "€", 200],
    ["one byte of it too many", limit + 1, "€", 413],
  ])("30 %s", async (_, size, last, status) => {
    const empty = JSON.stringify(textMessage(last));
    const body = JSON.stringify(textMessage(" ".repeat(size - Buffer.byteLength(empty)) + last));
    expect(Buffer.byteLength(body)).toBe(size);
    for (const request of [post(body), Buffer.concat([post("", chunkedHeaders), chunked(body)])]) {
      const server = await startCase();
      const { responses } = await exchange(server.port, [request]);
      expect(responses[0]?.status).toBe(status);
    }
  });

  test("38 a client that waits for the go-ahead gets it with the right token alone", async () => {
    const server = await startCase();
    const start = (authorization: string) =>
      head(`POST ${path} HTTP/1.1`, { host: "x", authorization, expect: "100-continue", "content-length": String(good.length) });
    expect(await exchange(server.port, [start("Bearer secret"), 50, good])).toMatchObject({ continues: 1, responses: [{ status: 200 }] });
    expect(await exchange(server.port, [start("Bearer wrong")])).toMatchObject({ continues: 0, responses: [{ status: 401 }] });
  });
});

describe("framing that Node's parser answers", () => {
  const withHeaders = (headers: Record<string, string | readonly string[]>, body = good) =>
    Buffer.concat([
      Buffer.from(head(`POST ${path} HTTP/1.1`, { host: "x", authorization: "Bearer secret", ...headers })),
      Buffer.from(body),
    ]);
  const length = String(good.length);
  test.each<[number, string, Buffer | string]>([
    [31, "Content-Length and Transfer-Encoding", withHeaders({ "content-length": length, "transfer-encoding": "chunked" })],
    [32, "Content-Length twice, equal", withHeaders({ "content-length": [length, length] })],
    [32, "Content-Length twice, different", withHeaders({ "content-length": [length, "7"] })],
    [32, "Content-Length 7, 7", withHeaders({ "content-length": "7, 7" })],
    [32, "Content-Length +7", withHeaders({ "content-length": "+7" })],
    [32, "Content-Length -1", withHeaders({ "content-length": "-1" })],
    [32, "Content-Length 0x7", withHeaders({ "content-length": "0x7" })],
    [33, "Transfer-Encoding xchunked", withHeaders({ "transfer-encoding": "xchunked" })],
    [33, "Transfer-Encoding chunked, identity", withHeaders({ "transfer-encoding": "chunked, identity" })],
    [33, "a bad chunk size", withHeaders({ "transfer-encoding": "chunked" }, "zz\r\n{}\r\n0\r\n\r\n")],
    [33, "bare line feeds", `POST ${path} HTTP/1.1\nhost: x\nauthorization: Bearer secret\ncontent-length: ${length}\n\n${good}`],
    [35, "a space before the colon", `POST ${path} HTTP/1.1\r\nhost : x\r\ncontent-length: ${length}\r\n\r\n${good}`],
    [35, "a folded header", `POST ${path} HTTP/1.1\r\nhost: x\r\nx-a: 1\r\n 2\r\nno-colon\r\n\r\n`],
    [35, "NUL in a value", `POST ${path} HTTP/1.1\r\nhost: x\u0000\r\ncontent-length: ${length}\r\n\r\n${good}`],
    [35, "no Host", `POST ${path} HTTP/1.1\r\nauthorization: Bearer secret\r\ncontent-length: ${length}\r\n\r\n${good}`],
    [41, "a TLS hello", Buffer.from("16030100a5010000a10303", "hex")],
    [41, "an HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
    [41, "garbage", Buffer.from("00ff00ff0d0a0d0a", "hex")],
  ])("%d %s is answered 400, and the process lives", async (_, __, bytes) => {
    const server = await startCase();
    const { responses } = await exchange(server.port, [bytes], { end: true });
    expect(responses[0]?.status).toBe(400);
    expect(server.delivered).toHaveLength(0);
    expect((await exchange(server.port, [post(good)])).responses[0]?.status).toBe(200);
  });

  test("36 headers of 20 kB are answered 431, and of 2,001 headers the last are cut", async () => {
    const server = await startCase();
    expect((await exchange(server.port, [post(good, { "x-big": "x".repeat(20_000) })])).responses[0]?.status).toBe(431);
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`x${index}`, "1"]));
    const { responses } = await exchange(server.port, [post(good, many)]);
    expect([200, 431]).toContain(responses[0]?.status);
  });

  test("39 Expect: banana is answered 417", async () => {
    const server = await startCase();
    expect((await exchange(server.port, [post(good, { expect: "banana" })])).responses[0]?.status).toBe(417);
  });
});

describe("framing that is accepted", () => {
  test("34 chunk extensions, trailers and chunks of one byte", async () => {
    const server = await startCase();
    const bytes = chunked(...Buffer.from(good).toString("latin1").split(""))
      .toString("latin1")
      .replace("1\r\n{", "1;ext=1\r\n{");
    const withTrailer = bytes.replace(/0\r\n\r\n$/, "0\r\nx-trailer: 1\r\n\r\n");
    const { responses } = await exchange(server.port, [post("", chunkedHeaders), withTrailer]);
    expect(responses[0]?.status).toBe(200);
    expect(server.delivered[0]?.value).toEqual(JSON.parse(good));
  });

  test("37 two Host headers: neither is used", async () => {
    const server = await startCase();
    expect((await exchange(server.port, [post(good, { host: ["a.example", "b.example"] })])).responses[0]?.status).toBe(200);
  });

  test("40 ten pipelined posts get ten responses in order", async () => {
    const server = await startCase();
    const bodies = Array.from({ length: 10 }, (_, index) => (index === 3 ? "null" : JSON.stringify(textMessage("Hello", `ID${index}`))));
    const { responses } = await exchange(server.port, [Buffer.concat(bodies.map((body) => post(body)))], { responses: 10 });
    expect(responses.map(({ status }) => status)).toEqual(bodies.map((body) => (body === "null" ? 400 : 200)));
    expect(server.delivered).toHaveLength(9);
  });

  test("the sample of GREEN-API's page, with 1 for its number", async () => {
    const server = await startCase();
    expect((await exchange(server.port, [post(statusSample())])).responses[0]?.status).toBe(200);
    expect(server.delivered[0]).toMatchObject({ kind: "known", notification: { typeWebhook: "statusInstanceChanged" } });
  });
});

/** Without a quarantine refused with `status` and `code`; with one kept, and 200. */
async function refusedOrKept(request: Buffer, status: number, code: string) {
  const refusing = await startCase();
  const refused = await exchange(refusing.port, [request]);
  expect(refused.responses[0]?.status).toBe(status);
  expect(JSON.parse(refused.responses[0]!.body)).toMatchObject({ code });
  const keeping = await startCase({ keep: true });
  const kept = await exchange(keeping.port, [request]);
  expect(kept.responses[0]?.status).toBe(200);
  expect(JSON.parse(kept.responses[0]!.body)).toMatchObject({ ok: true, quarantined: code });
  expect(keeping.kept).toHaveLength(1);
  expect([...refusing.delivered, ...keeping.delivered]).toHaveLength(0);
  return keeping.kept[0]!;
}
