import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { fileFrom } from "@greenhook/node";
import type { ApiClient, ApiClientOptions, FileInput } from "@greenhook/core/api";
import { expect, onTestFinished, test, vi } from "vitest";
import { temporaryFolder } from "../../support/temporary-folder.ts";
import { everythingIn, secretsIn } from "./everything-in.ts";
import { canary, clientOf, rejectionOf, startLocalApi, type SeenCall } from "./local-api.ts";

const { phone, webhookToken } = canary;
const chatId = `${phone}@c.us`;
const bytes = Uint8Array.from({ length: 200_000 }, (_, index) => index % 251);
const sent = '{"idMessage":"1","urlFile":"https://storage.example/1"}';

/** Both ways of sending: undici, and a fetch that is handed in. */
const transports: readonly (readonly [name: string, options: Partial<ApiClientOptions>])[] = [
  ["undici", {}],
  ["fetch", { fetch: (url, init) => fetch(url, init) }],
];

/** Every kind of file, made again for each test: streams can be read once. */
const files: Readonly<Record<string, () => FileInput>> = {
  bytes: () => bytes,
  Blob: () => new Blob([bytes]),
  File: () => new File([bytes], "a.png", { type: "image/png" }),
  ReadableStream: () => new Blob([bytes]).stream(),
  Readable: () => Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]),
  generator: () =>
    (async function* () {
      yield bytes.subarray(0, 100_000);
      yield new Uint8Array(0);
      yield bytes.subarray(100_000);
    })(),
  "object with a stream": () => ({ size: bytes.byteLength, name: "b.bin", stream: () => new Blob([bytes]).stream() }),
};

test.each(transports.flatMap(([transport, options]) => Object.keys(files).map((kind) => [kind, transport, options] as const)))(
  "a file given as %s arrives whole over %s, as a form and alone",
  async (kind, _, options) => {
    const api = await startLocalApi((_call, response) => response.end(sent));
    const client = clientOf(api.url, { responseTimeoutMilliseconds: 10_000, ...options });
    await client.sendFileByUpload({ chatId, file: (files[kind] as () => FileInput)(), caption: "c" });
    await client.uploadFile({ file: (files[kind] as () => FileInput)(), mimeType: "image/webp" });
    const [form, alone] = api.calls as [SeenCall, SeenCall];
    const parts = await new Response(form.body, { headers: { "content-type": form.contentType ?? "" } }).formData();
    expect([...parts.keys()]).toEqual(["chatId", "caption", "file"]);
    const file = parts.get("file") as File;
    expect([parts.get("chatId"), file.name]).toEqual([chatId, { File: "a.png", "object with a stream": "b.bin" }[kind] ?? "file"]);
    expect(Buffer.from(await file.arrayBuffer()).equals(bytes)).toBe(true);
    expect([alone.contentType, alone.body.equals(bytes)]).toEqual(["image/webp", true]);
  },
);

test("a name with quotes, line breaks and other alphabets adds no header and no field", async () => {
  const api = await startLocalApi((_, response) => response.end(sent));
  const client = clientOf(api.url);
  const odd = { 'x"\r\ny': "z" };
  const fileName = 'a"; name="chatId"\r\nX-Other: 1\r\n\r\nФото 🎉.png';
  await client.sendFileByUpload({ chatId, file: bytes, fileName, ...odd });
  const text = String(api.calls[0]?.body.subarray(0, 1_000));
  expect(text).toContain(
    'filename="a%22; name=%22chatId%22%0D%0AX-Other: 1%0D%0A%0D%0AФото 🎉.png"\r\nContent-Type: application/octet-stream',
  );
  expect(text).toContain('name="x%22%0D%0Ay"');
  await client.uploadFile({ file: new File([bytes], "own.png", { type: "image/png" }) });
  await client.uploadFile({ file: bytes, mimeType: "image/png", fileName });
  await client.uploadFile({ file: bytes, mimeType: "image/png", fileName: "plain (1).png" });
  expect(api.headers.slice(1).map((headers) => [headers["content-type"], headers["ga-filename"]])).toEqual([
    ["image/png", undefined],
    ["image/png", encodeURIComponent(fileName)],
    ["image/png", "plain (1).png"],
  ]);
});

const refused: readonly (readonly [name: string, file: () => FileInput, expected: object])[] = [
  ["fails", () => failing(Object.assign(new Error(`no ${phone}`), { code: "EIO" })), { code: "EIO" }],
  ["fails without a code", () => failing(new Error(webhookToken)), { code: "UNREADABLE" }],
  ["gives text", () => Readable.from(["text"]) as AsyncIterable<never>, { code: "TYPE" }],
  ["is empty", () => new Blob([]).stream(), { code: "EMPTY" }],
  ["is in use", () => lockedStream(), {}],
  ["has fewer bytes than it says", () => ({ size: 200_001, stream: () => new Blob([bytes]).stream() }), { code: "CHANGED" }],
  ["has more bytes than it says", () => ({ size: 199_999, stream: () => new Blob([bytes]).stream() }), { code: "CHANGED" }],
];

test.each(transports.flatMap(([transport, options]) => refused.map(([name, ...rest]) => [name, transport, options, ...rest] as const)))(
  "a stream that %s is a typed error over %s, and nothing is sent twice",
  async (_, _transport, options, file, expected) => {
    const { url, sockets, accepted } = await startSocketServer((socket) => socket.resume());
    const error = await rejectionOf(clientOf(url, options).sendFileByUpload({ chatId, file: file(), fileName: `${phone}.png` }));
    expect(error).toMatchObject({ name: "ApiValidationError", key: "file", ...expected });
    expect(secretsIn(everythingIn(error))).toEqual([]);
    expect(accepted()).toBeLessThanOrEqual(1);
    await vi.waitFor(() => expect(sockets.size).toBe(0), 20_000);
  },
);

/** Far more than the buffers of a connection hold. */
const large = new Uint8Array(12 * 1_048_576);

test.each(transports)("a server that stops reading an upload over %s is a timeout, and its socket is freed", async (_, options) => {
  const { url, sockets, accepted } = await startSocketServer((socket) => void socket.pause());
  const client = clientOf(url, { responseTimeoutMilliseconds: 200, minUploadBytesPerSecond: 1e12, ...options });
  const error = await rejectionOf(client.uploadFile({ file: large, mimeType: "video/mp4" }));
  expect(error).toMatchObject({ name: "ApiNetworkError", code: "TIMEOUT" });
  expect(accepted()).toBe(1);
  await freed(sockets);
});

test.each(transports)("an aborted upload over %s frees its socket and its file", async (_, options) => {
  const { url, sockets } = await startSocketServer((socket) => void socket.pause());
  let isClosed = false;
  const file = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(65_536)),
    cancel: () => void (isClosed = true),
  });
  const controller = new AbortController();
  const client = clientOf(url, { responseTimeoutMilliseconds: 60_000, ...options });
  const rejected = rejectionOf(client.sendFileByUpload({ chatId, file }, { signal: controller.signal }));
  await vi.waitFor(() => expect(sockets.size).toBe(1), 5_000);
  controller.abort();
  expect((await rejected).name).toBe("AbortError");
  await vi.waitFor(() => expect(isClosed).toBe(true), 5_000);
  await freed(sockets);
});

test.each(transports)("a stream that wasn't read, or gives nothing more, is closed over %s", async (_, options) => {
  const { url } = await startSocketServer((socket) => socket.resume());
  const upload = (apiUrl: string, file: FileInput) =>
    rejectionOf(clientOf(apiUrl, { ...options, responseTimeoutMilliseconds: 200 }).sendFileByUpload({ chatId, file }));
  for (const apiUrl of ["http://127.0.0.1:1", url]) {
    const readable = new Readable({ read() {} });
    let isCancelled = false;
    const stream = new ReadableStream<Uint8Array>({ cancel: () => void (isCancelled = true) });
    expect((await upload(apiUrl, readable)).name).toBe("ApiNetworkError");
    expect((await upload(apiUrl, stream)).name).toBe("ApiNetworkError");
    await vi.waitFor(() => expect([readable.destroyed, isCancelled]).toEqual([true, true]), 5_000);
  }
});

test.each([
  ["401 Unauthorized", "", { name: "ApiAuthorizationError" }],
  ["413 Too Large", "<html>", { name: "ApiValidationError", status: 413 }],
  ["466 Limit", '{"invokeStatus":{"status":"QUOTE_EXCEEDED","used":"3","total":3}}', { name: "ApiQuotaError", used: 3 }],
  ["200 OK", '{"code":404,"description":"no"}', { name: "ApiHostError", status: 200 }],
  ["200 OK", "", { name: "ApiResponseError", code: "EMPTY" }],
  ["200 OK", "<html>", { name: "ApiResponseError", code: "HTML" }],
])("a response of %s %j before the whole body is sent is what the call rejects with", async (status, body, expected) => {
  const { url, sockets, accepted } = await startSocketServer((socket) => {
    socket.once("data", () => {
      socket.pause();
      socket.write(`HTTP/1.1 ${status}\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    });
  });
  const client = clientOf(url, { responseTimeoutMilliseconds: 10_000 });
  expect(await rejectionOf(client.sendFileByUpload({ chatId, file: large }))).toMatchObject(expected);
  expect(accepted()).toBe(1);
  await freed(sockets);
});

test("a slow upload isn't cut while bytes go out", async () => {
  const api = await startLocalApi((_, response) => response.end(sent));
  const client = clientOf(api.url, { responseTimeoutMilliseconds: 300, minUploadBytesPerSecond: 65_536 });
  const file = (async function* () {
    for (let index = 0; index < 8; index += 1) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      yield new Uint8Array(65_536);
    }
  })();
  const begun = performance.now();
  expect(await client.sendFileByUpload({ chatId, file })).toMatchObject({ idMessage: "1" });
  expect(performance.now() - begun).toBeGreaterThan(400);
});

test("a file that is too large is refused before anything is sent", async () => {
  const { url, accepted } = await startSocketServer((socket) => socket.resume());
  const never = (): never => {
    throw new Error("it must not be read");
  };
  for (const size of [0, 101 * 1_048_576, -1, Number.NaN]) {
    const call = (client: ApiClient) => client.sendFileByUpload({ chatId, file: { size, stream: never } });
    expect(await rejectionOf(call(clientOf(url)))).toMatchObject({ name: "ApiValidationError", key: "file" });
  }
  expect(accepted()).toBe(0);
});

test("fileFrom() is a file on disk, with its name and its type, which can be sent twice", async () => {
  const path = join(temporaryFolder(), "menu.PDF");
  writeFileSync(path, bytes);
  const api = await startLocalApi((_, response) => response.end(sent));
  const client = clientOf(api.url);
  const file = await fileFrom(path);
  await client.uploadFile({ file });
  await client.sendFileByUpload({ chatId, file });
  expect([api.calls[0]?.contentType, api.calls[0]?.body.equals(bytes)]).toEqual(["application/pdf", true]);
  expect(api.headers.map((headers) => Number(headers["content-length"]))).toEqual([bytes.byteLength, api.calls[1]?.body.byteLength]);
  expect(String(api.calls[1]?.body)).toContain('filename="menu.PDF"\r\nContent-Type: application/pdf');
  appendFileSync(path, "more");
  expect(await rejectionOf(client.uploadFile({ file }))).toMatchObject({ name: "ApiValidationError", code: "CHANGED" });
  rmSync(path);
  const error = await rejectionOf(client.uploadFile({ file }));
  expect(error).toMatchObject({
    name: "ApiValidationError",
    code: "ENOENT",
    message: 'Cannot call "uploadFile": "file" can\'t be read: ENOENT',
  });
  await expect(fileFrom(path)).rejects.toMatchObject({ code: "ENOENT" });
  await expect(fileFrom(dirname(path))).rejects.toThrow("it isn't a file");
});

async function* failing(reason: Error): AsyncGenerator<Uint8Array, void> {
  yield bytes;
  throw await Promise.resolve(reason);
}

function lockedStream(): ReadableStream<Uint8Array> {
  const stream = new Blob([bytes]).stream();
  stream.getReader();
  return stream;
}

/** A bare TCP server. */
async function startSocketServer(onSocket: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  let accepted = 0;
  const server = createServer((socket) => {
    accepted += 1;
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    onSocket(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sockets, accepted: () => accepted };
}

/** A paused socket doesn't notice that its other end is gone until it is read. */
async function freed(sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.resume();
  // Node's own fetch may keep a socket for 4 s.
  await vi.waitFor(() => expect(sockets.size).toBe(0), 20_000);
}
