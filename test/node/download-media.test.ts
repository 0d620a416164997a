import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { downloadMedia } from "@greenhook/node";
import { expect, onTestFinished, test } from "vitest";
// What a user can't change (the resolver, the certificate, the port, what counts as public) is put in below the public function.
import { greenApiHosts } from "../../packages/node/dist/media/allowed-hosts.js";
import { checkedTarget } from "../../packages/node/dist/media/checked-target.js";
import { downloadTo, type DownloadRules } from "../../packages/node/dist/media/download-to.js";
import { isPublicAddress } from "../../packages/node/dist/addresses/is-public-address.js";
import { textMessage } from "../support/notifications.ts";

const [key, cert] = ["key", "crt"].map((ending) => readFileSync(new URL(`../core/api/tls/test-only.${ending}`, import.meta.url), "utf8"));
const canary = "canary-79990001122";

/** A directory of the test's own. */
function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "greenhook-media-"));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return directory;
}

/** An https server on the loopback that is reached as `media.test`, and rules under which that is allowed. */
async function startMediaServer(respond: (request: IncomingMessage, response: ServerResponse) => void) {
  let connections = 0;
  const seen: IncomingMessage[] = [];
  const server = createServer({ key, cert }, (request, response) => {
    seen.push(request);
    respond(request, response);
  });
  server.on("connection", () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const port = String((server.address() as AddressInfo).port);
  const resolved: string[] = [];
  const rules: DownloadRules = {
    hosts: ["media.test"],
    allowLoopback: false,
    ports: [port],
    resolve: async (host) => {
      resolved.push(host);
      return [{ address: "127.0.0.1", family: 4 }];
    },
    isPublic: (address) => address === "127.0.0.1",
    ...(cert === undefined ? {} : { ca: cert }),
    maxRedirects: 3,
    maxBytes: 1_000,
    idleMilliseconds: 5_000,
    totalMilliseconds: 5_000,
  };
  return { rules, port, seen, resolved, url: `https://media.test:${port}/${canary}`, connections: () => connections };
}

/** Limits for downloads that must run into them. */
const impatient = { idleMilliseconds: 200, totalMilliseconds: 600 };

/** What the download came to, and what it left in the directory. */
async function download(url: string, rules: DownloadRules, signal?: AbortSignal) {
  const directory = temporaryDirectory();
  try {
    const value = await downloadTo(url, directory, "name.jpg", rules, signal);
    return { value, error: undefined, left: readdirSync(directory), directory };
  } catch (error) {
    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain(canary);
    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toMatch(/https?:\/\/[a-z0-9]/);
    return { value: undefined, error: error as Error & { code: string }, left: readdirSync(directory), directory };
  }
}

test("downloadMedia() writes the whole file, for its owner only, and sends nothing but the path", async () => {
  const { rules, url, seen, resolved } = await startMediaServer((_, response) => response.end("whole file"));
  const { value, left, directory } = await download(url, rules);
  expect(value).toEqual({ path: join(directory, "name.jpg"), bytes: 10 });
  expect(readFileSync(value?.path ?? "", "utf8")).toBe("whole file");
  expect(statSync(value?.path ?? "").mode & 0o777).toBe(0o600);
  expect(left).toEqual(["name.jpg"]);
  expect(Object.keys(seen[0]?.headers ?? {}).sort()).toEqual(["accept-encoding", "connection", "host"]);
  expect(resolved).toEqual(["media.test"]);
});

test("downloadMedia() takes chunks, whose end is told", async () => {
  const { rules, url } = await startMediaServer((_, response) => {
    response.write("a");
    response.end("b");
  });
  const { value } = await download(url, rules);
  expect(value?.bytes).toBe(2);
  expect(readFileSync(value?.path ?? "", "utf8")).toBe("ab");
});

test("downloadMedia() doesn't wait for a resolver that never answers", async () => {
  const { rules, url } = await startMediaServer((_, response) => response.end("x"));
  expect((await download(url, { ...rules, ...impatient, resolve: () => new Promise(() => {}) })).error?.code).toBe("TIMEOUT");
});

/** A picture at this URL, as GREEN-API tells of it. */
function pictureAt(downloadUrl: string): Parameters<typeof downloadMedia>[0] {
  const fileMessageData = { downloadUrl, caption: "", fileName: "a.jpg", jpegThumbnail: "", mimeType: "image/jpeg" };
  return { ...textMessage(), messageData: { typeMessage: "imageMessage", fileMessageData } } as never;
}

const allowed = [
  // Captured or published from 2024-11 to 2026-09, with numbers of our own.
  "https://do-media-7105.fra1.digitaloceanspaces.com/7105000001/428e6e1b-116f.jpg",
  "https://do-media-7107.fra1.digitaloceanspaces.com/710700000001/428e6e1b-116f.oga",
  "https://sw-media-3100.storage.yandexcloud.net/310000000001/file.mp4",
  "https://sw-media-3100.storage.yandexcloud.kz/310000000001/file.mp4",
  "https://media-3100.storage.yandexcloud.net/1/a.jpg",
  "https://sw-media.storage.yandexcloud.net/1/a.jpg",
  "https://sw-media-in.storage.yandexcloud.net/1/a.jpg",
  "https://sw-media-out.storage.yandexcloud.kz/1/a.jpg",
  "https://storage.yandexcloud.net/sw-media/1/a.jpg",
  "https://storage.yandexcloud.net/sw-media-3100/1/a.jpg",
  "https://storage.greenapi.net/a.jpg",
  "https://sw-media.storage.greenapi.net/a.jpg",
  "https://media.green-api.com/a.jpg",
  "https://7103.media.greenapi.com/a.jpg",
  "https://MEDIA.greenapi.com./a.jpg",
];
const refused = [
  "https://evil.fra1.digitaloceanspaces.com/a.jpg",
  "https://do-media-71055.fra1.digitaloceanspaces.com/a.jpg",
  "https://do-media-710.fra1.digitaloceanspaces.com/a.jpg",
  "https://do-media-710x.fra1.digitaloceanspaces.com/a.jpg",
  "https://x.do-media-7105.fra1.digitaloceanspaces.com/a.jpg",
  "https://do-media-7105.ams3.digitaloceanspaces.com/a.jpg",
  "https://sw-media-3100.storage.yandexcloud.net.evil.example/a.jpg",
  "https://sw-media-evil.storage.yandexcloud.net/a.jpg",
  "https://evil.storage.yandexcloud.net/sw-media/a.jpg",
  "https://storage.yandexcloud.net/a.jpg",
  "https://storage.yandexcloud.net/evil/sw-media/a.jpg",
  "https://storage.yandexcloud.net//sw-media/a.jpg",
  "https://storage.yandexcloud.net/sw-media/../evil/a.jpg",
  "https://storage.yandexcloud.net/sw-media%2f..%2fevil/a.jpg",
  "https://storage.yandexcloud.net/sw-media-evil/a.jpg",
  "https://greenapi.net/a.jpg",
  "https://evilstorage.greenapi.net/a.jpg",
];

/** What becomes of a URL before anything is sent to it: the host resolves to this machine, which no rule here allows. */
async function judged(url: string, hosts: readonly string[] = []): Promise<string> {
  const rules = { hosts: [...greenApiHosts, ...hosts], allowLoopback: false, ports: [""], isPublic: isPublicAddress };
  const resolve = async () => [{ address: "127.0.0.1", family: 4 }];
  return checkedTarget(url, { ...rules, resolve }).then(
    () => "allowed",
    (error: unknown) => (error as { code: string }).code,
  );
}

test.each(allowed)("downloadMedia() knows GREEN-API's storage: %s", async (url) => {
  expect(await judged(url)).toBe("ADDRESS");
});

test.each(refused)("downloadMedia() doesn't take another's bucket for GREEN-API's: %s", async (url) => {
  expect(await judged(url)).toBe("HOST");
});

test.each<[string, string, string]>([
  ["files.example.com", "https://files.example.com/a", "https://x.files.example.com/a"],
  ["*.example.com", "https://x.y.example.com/a", "https://example.com/a"],
  ["FILES-##.example.com", "https://files-42.example.com/a", "https://files-420.example.com/a"],
  ["example.com/bucket-#", "https://example.com/bucket-1/a", "https://example.com/bucket-x/a"],
])("downloadMedia() takes the host %s", async (entry, right, wrong) => {
  expect([await judged(right, [entry]), await judged(wrong, [entry])]).toEqual(["ADDRESS", "HOST"]);
});

test.each(["https://files.example.com", "files.example.com/", "a b", "", "*", "files.*.com"])(
  "downloadMedia() rejects the host %j, which would never match",
  async (entry) => {
    const downloading = downloadMedia(pictureAt("https://media.green-api.com/a"), { directory: temporaryDirectory(), hosts: [entry] });
    await expect(downloading).rejects.toThrow(`Cannot download media: "hosts" has "${entry}"`);
  },
);

test("downloadMedia() says which host it refused, and which option allows it", async () => {
  const downloading = downloadMedia(pictureAt(`https://files.example.com/${canary}`), { directory: temporaryDirectory() });
  await expect(downloading).rejects.toThrow(
    'Cannot download media: host "files.example.com" isn\'t one of GREEN-API\'s: allow it with the option "hosts"',
  );
  await expect(downloading).rejects.not.toThrow(canary);
});

/** A server on this machine without TLS, as a test would start one for the emulator's notifications. */
async function startLocalServer(respond: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createHttpServer(respond).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test("downloadMedia() downloads from this machine only when told so", async () => {
  const url = await startLocalServer((_, response) => response.end("whole file"));
  const directory = temporaryDirectory();
  for (const downloadUrl of [`${url}/a.jpg`, `${url.replace("127.0.0.1", "localhost")}/a.jpg`]) {
    const { path, bytes } = await downloadMedia(pictureAt(downloadUrl), { directory, allowLoopback: true });
    expect([readFileSync(path, "utf8"), bytes]).toEqual(["whole file", 10]);
    await expect(downloadMedia(pictureAt(downloadUrl), { directory })).rejects.toMatchObject({ name: "MediaRefusedError", code: "URL" });
  }
});

test.each(["false", "", 1])("downloadMedia() refuses %j as allowLoopback", async (allowLoopback) => {
  const url = await startLocalServer((_, response) => response.end("whole file"));
  const downloading = downloadMedia(pictureAt(`${url}/a.jpg`), { directory: temporaryDirectory(), allowLoopback: allowLoopback as never });
  await expect(downloading).rejects.toThrow('"allowLoopback" must be true or false');
});

test.each(["http://10.0.0.1/a", "https://10.0.0.1/a", "http://media.green-api.com/a", "https://evil.example/a", "ftp://127.0.0.1/a"])(
  "downloadMedia() allows nothing else with allowLoopback: %s",
  async (downloadUrl) => {
    const local = await startLocalServer((_, response) => response.writeHead(302, { location: downloadUrl }).end());
    for (const url of [downloadUrl, local]) {
      const downloading = downloadMedia(pictureAt(url), { directory: temporaryDirectory(), allowLoopback: true });
      await expect(downloading).rejects.toMatchObject({ name: "MediaRefusedError" });
    }
  },
);

test("downloadMedia() refuses a localhost that resolves to another machine", async () => {
  const resolve = async () => [{ address: "10.0.0.1", family: 4 }];
  const rules = { hosts: [], allowLoopback: true, ports: [""], isPublic: isPublicAddress, resolve };
  await expect(checkedTarget("http://localhost/a", rules)).rejects.toMatchObject({ code: "ADDRESS" });
});

test.each([403, 404, 410])("downloadMedia() asks GREEN-API once for another URL where one responds %d", async (status) => {
  const requested: (string | undefined)[] = [];
  const url = await startLocalServer((request, response) => {
    requested.push(request.url);
    response.writeHead(request.url === "/fresh" ? 200 : status).end("file");
  });
  const directory = temporaryDirectory();
  const asked: object[] = [];
  const clientFor = (path: string) => ({
    downloadFile: async (input: object) => {
      asked.push(input);
      return { downloadUrl: url + path };
    },
  });
  const { bytes } = await downloadMedia(pictureAt(`${url}/old`), { directory, client: clientFor("/fresh"), allowLoopback: true });
  expect([bytes, requested]).toEqual([4, ["/old", "/fresh"]]);
  expect(asked).toEqual([{ chatId: textMessage().senderData.chatId, idMessage: textMessage().idMessage }]);

  const gone = { name: "MediaDownloadError", code: "STATUS", status };
  await expect(
    downloadMedia(pictureAt(`${url}/old`), { directory, client: clientFor("/gone"), allowLoopback: true }),
  ).rejects.toMatchObject(gone);
  await expect(downloadMedia(pictureAt(`${url}/old`), { directory, allowLoopback: true })).rejects.toMatchObject(gone);
  expect([requested.length, asked.length]).toEqual([5, 2]);
  expect(readdirSync(directory)).toHaveLength(1);
});

test.each([500, 401, 429])("downloadMedia() asks for no other URL where one responds %d", async (status) => {
  const url = await startLocalServer((_, response) => response.writeHead(status).end());
  const client = { downloadFile: () => Promise.reject(new Error("not asked")) };
  const options = { directory: temporaryDirectory(), client, allowLoopback: true };
  await expect(downloadMedia(pictureAt(`${url}/old`), options)).rejects.toMatchObject({ code: "STATUS", status });
});

const notPublic = [
  "127.0.0.1",
  "2130706433",
  "0x7f.1",
  "017700000001",
  "①②⑦.0.0.1",
  "[::1]",
  "[::]",
  "[::ffff:127.0.0.1]",
  "[::ffff:7f00:1]",
  "169.254.169.254",
  "10.0.0.1",
  "172.16.0.1",
  "192.168.0.1",
  "100.64.0.1",
  "0.0.0.0",
  "224.0.0.1",
  "255.255.255.255",
  "[fe80::1]",
  "[fd00:ec2::254]",
  "[64:ff9b::7f00:1]",
  "[2002:7f00:1::]",
  "[2001:db8::1]",
];

test.each(notPublic)("downloadMedia() doesn't connect to %s", async (host) => {
  const notification = {
    typeWebhook: "incomingMessageReceived",
    messageData: { typeMessage: "imageMessage", fileMessageData: { downloadUrl: `https://${host}/x` } },
  };
  const directory = temporaryDirectory();
  const name = new URL(`https://${host}`).hostname.replace(/^\[|\]$/g, "");
  const error = await downloadMedia(notification as never, { directory, hosts: [name] }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "MediaRefusedError", code: "ADDRESS" });
  expect(readdirSync(directory)).toEqual([]);
});

test("downloadMedia() takes public addresses for public", () => {
  expect(["8.8.8.8", "172.32.0.1", "2a00:1450:4010::1", "2606:4700::1111"].map(isPublicAddress)).toEqual([true, true, true, true]);
  expect(["", "x", "127.1"].map(isPublicAddress)).toEqual([false, false, false]);
});

test.each([
  ["URL", "http://media.green-api.com/x"],
  ["URL", "https://user@media.green-api.com/x"],
  ["URL", "https://media.green-api.com:22/x"],
  ["URL", "file:///etc/passwd"],
  ["URL", "not a url"],
  ["HOST", "https://evil.example/x"],
  ["HOST", "https://media.green-api.com.evil.example/x"],
  ["HOST", "https://evilmedia.greenapi.com/x"],
  ["HOST", "https://8.8.8.8/x"],
])("downloadMedia() refuses by %s: %s", async (code, downloadUrl) => {
  const notification = {
    typeWebhook: "incomingMessageReceived",
    messageData: { typeMessage: "stickerMessage", stickerMessageData: { downloadUrl } },
  };
  await expect(downloadMedia(notification as never, { directory: temporaryDirectory() })).rejects.toMatchObject({
    name: "MediaRefusedError",
    code,
  });
});

test("downloadMedia() refuses a host whose name leads inside, without connecting", async () => {
  const { rules, url, connections } = await startMediaServer((_, response) => response.end("x"));
  const { error } = await download(url, { ...rules, isPublic: isPublicAddress });
  expect([error?.name, error?.code, connections()]).toEqual(["MediaRefusedError", "ADDRESS", 0]);
});

test("downloadMedia() refuses a host with one public and one private address", async () => {
  const { rules, url, connections } = await startMediaServer((_, response) => response.end("x"));
  const both = [
    { address: "127.0.0.1", family: 4 },
    { address: "10.0.0.1", family: 4 },
  ];
  const { error } = await download(url, { ...rules, resolve: async () => both });
  expect([error?.code, connections()]).toEqual(["ADDRESS", 0]);
});

test("downloadMedia() connects to the address that was checked, whatever the name says a moment later", async () => {
  const { rules, url, connections } = await startMediaServer((_, response) => response.end("x"));
  let asked = 0;
  const resolve = async () => [{ address: (asked += 1) === 1 ? "127.0.0.1" : "10.0.0.1", family: 4 }];
  expect((await download(url, { ...rules, resolve })).value?.bytes).toBe(1);
  expect([asked, connections()]).toEqual([1, 1]);
});

test("downloadMedia() follows three redirects and checks each", async () => {
  const { rules, url, seen } = await startMediaServer((request, response) => {
    const step = Number(/\d$/.exec(request.url ?? "")?.[0] ?? 0);
    if (request.url?.includes("end") === true) return void response.end("x");
    response.writeHead(302, { location: step === 3 ? "/end" : `/${step + 1}` }).end();
  });
  expect((await download(url.replace(canary, "1"), rules)).value?.bytes).toBe(1);
  expect(seen.length).toBe(4);
  expect((await download(url.replace(canary, "0"), rules)).error).toMatchObject({ name: "MediaRefusedError", code: "REDIRECTS" });
});

test.each(["https://10.0.0.1/x", "http://media.test/x", "https://evil.example/x", "//u@media.test/x"])(
  "downloadMedia() refuses a redirect to %s",
  async (location) => {
    const { rules, url, connections } = await startMediaServer((_, response) => response.writeHead(302, { location }).end());
    expect((await download(url, rules)).error?.name).toBe("MediaRefusedError");
    expect(connections()).toBe(1);
  },
);

type Respond = (request: IncomingMessage, response: ServerResponse) => void;
const head = "HTTP/1.1 200 OK\r\nConnection: close\r\n";
const wrong: Readonly<Record<string, { code: string | RegExp; respond: Respond }>> = {
  "a body shorter than announced": {
    code: /INCOMPLETE|ECONNRESET/,
    respond: ({ socket }) => socket.end(`${head}Content-Length: 100\r\n\r\nshort`),
  },
  "a body without a length": { code: "INCOMPLETE", respond: ({ socket }) => socket.end(`${head}\r\nwithout`) },
  "a break in the middle": {
    code: /INCOMPLETE|ECONNRESET/,
    respond: ({ socket }) => {
      socket.write(`${head}Content-Length: 100\r\n\r\nshort`);
      setTimeout(() => socket.destroy(), 20);
    },
  },
  "an announced length above the limit": {
    code: "TOO_LARGE",
    respond: (_, response) => response.writeHead(200, { "content-length": 1_001 }).write("x"),
  },
  "more than the limit in chunks": {
    code: "TOO_LARGE",
    respond: (_, response) => void (response.write("x".repeat(600)), response.end("x".repeat(600))),
  },
  "an endless body": {
    code: "TIMEOUT",
    respond: (_, response) => {
      const timer = setInterval(() => response.write("x"), 20);
      response.on("close", () => clearInterval(timer));
    },
  },
  "a body that stalls": { code: "TIMEOUT", respond: (_, response) => response.writeHead(200, { "content-length": 10 }).write("x") },
  "no response": { code: "TIMEOUT", respond: () => {} },
  "a compressed body": { code: "ENCODING", respond: (_, response) => response.writeHead(200, { "content-encoding": "gzip" }).end("x") },
  "status 403": { code: "STATUS", respond: (_, response) => response.writeHead(403).end(canary) },
};

test.each(Object.keys(wrong))("downloadMedia() leaves nothing behind of %s", async (what) => {
  const { code, respond } = wrong[what] as (typeof wrong)[string];
  const { rules, url } = await startMediaServer(respond);
  const { error, left } = await download(url, { ...rules, ...(code === "TIMEOUT" ? impatient : undefined) });
  expect(error?.code).toMatch(code);
  expect(left).toEqual([]);
});

test("downloadMedia() gives up on a body that stalls before its whole time is over", async () => {
  const { rules, url } = await startMediaServer((_, response) => {
    response.writeHead(200, { "content-length": 10 }).write("x");
    setTimeout(() => response.write("y"), 100);
  });
  const begun = performance.now();
  expect((await download(url, { ...rules, idleMilliseconds: 200 })).error?.code).toBe("TIMEOUT");
  expect(performance.now() - begun).toBeLessThan(1_000);
  expect(performance.now() - begun).toBeGreaterThan(290);
});

test("downloadMedia() keeps to the announced length where more is sent", async () => {
  const { rules, url } = await startMediaServer(({ socket }) => void socket.end(`${head}Content-Length: 2\r\n\r\nlonger`));
  expect((await download(url, rules)).value?.bytes).toBe(2);
});

test("downloadMedia() doesn't trust a certificate that nobody vouches for", async () => {
  const { rules, url } = await startMediaServer((_, response) => response.end("x"));
  const { ca: _, ...untrusting } = rules;
  const { error, left } = await download(url, untrusting);
  expect([error?.code, left]).toEqual(["DEPTH_ZERO_SELF_SIGNED_CERT", []]);
});

test("downloadMedia() leaves nothing behind when it can't write", async () => {
  const { rules, url } = await startMediaServer((_, response) => response.end("x"));
  const directory = temporaryDirectory();
  const error = await downloadTo(url, directory, "missing/name", rules, undefined).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: "MediaDownloadError", code: "ENOENT" });
  expect(readdirSync(directory)).toEqual([]);
});

test("downloadMedia() stops when its signal is aborted, and leaves nothing behind", async () => {
  const { rules, url } = await startMediaServer((_, response) => void response.writeHead(200, { "content-length": 10 }).write("x"));
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 80);
  const { error, left } = await download(url, rules, controller.signal);
  expect([error?.name, left]).toEqual(["AbortError", []]);
});

test.each(["../../x", "a\0b", "x".repeat(300), "CON", "/etc/passwd"])(
  "downloadMedia() doesn't use the sender's file name: %#",
  async (fileName) => {
    const notification = {
      typeWebhook: "incomingMessageReceived",
      messageData: {
        typeMessage: "imageMessage",
        fileMessageData: { downloadUrl: "https://media.test/x", fileName, mimeType: "image/jpeg; x=/../y" },
      },
    };
    const directory = temporaryDirectory();
    // Nothing of it is downloaded here; the name is ours before anything is asked for.
    await expect(downloadMedia(notification as never, { directory, hosts: ["media.test"] })).rejects.toMatchObject({ code: "ENOTFOUND" });
    expect(readdirSync(directory)).toEqual([]);
  },
);

test("downloadMedia() asks GREEN-API for an address where the notification has none", async () => {
  const asked: object[] = [];
  const client = {
    downloadFile: async (input: object) => {
      asked.push(input);
      return { downloadUrl: "https://evil.example/x" };
    },
  };
  const notification = {
    typeWebhook: "incomingMessageReceived",
    idMessage: "1",
    senderData: { chatId: "7@c.us" },
    messageData: { typeMessage: "imageMessage", fileMessageData: { downloadUrl: "" } },
  };
  const directory = temporaryDirectory();
  // GREEN-API's response isn't trusted either.
  await expect(downloadMedia(notification as never, { directory, client })).rejects.toMatchObject({ code: "HOST" });
  expect(asked).toEqual([{ chatId: "7@c.us", idMessage: "1" }]);
  await expect(downloadMedia(notification as never, { directory })).rejects.toMatchObject({ name: "MediaMissingError", code: "NO_URL" });
  await expect(downloadMedia({ messageData: {} } as never, { directory })).rejects.toMatchObject({ code: "NO_MEDIA" });
});
