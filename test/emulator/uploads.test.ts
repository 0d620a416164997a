import { mkdtemp, readdir, rm } from "node:fs/promises";
import { request, type ClientRequest, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { allFlagsOn, createEmulator, type Emulator, type EmulatorOptions, type InstanceAccess } from "@greenhook/emulator";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { callApi, type ApiResponse } from "./start-emulator.ts";

// The emulator keeps its files in a folder of its own below this one.
const temporary = await mkdtemp(join(tmpdir(), "greenhook-uploads-"));
process.env["TMPDIR"] = temporary;
afterAll(() => rm(temporary, { recursive: true, force: true }));

const chatId = "79000000001@c.us";
const mebibyte = 1_048_576;

async function start(options: EmulatorOptions = {}): Promise<{ emulator: Emulator; instance: InstanceAccess }> {
  const emulator = await createEmulator({ rateLimits: false, ...options });
  onTestFinished(() => emulator.close());
  return { emulator, instance: emulator.addInstance({ settings: allFlagsOn }) };
}

/** The files that an emulator keeps now. */
async function storedFiles(): Promise<string[]> {
  const entries = await readdir(temporary, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

const pathOf = (instance: InstanceAccess, method: string): string =>
  `${instance.apiUrl}/waInstance${instance.idInstance}/${method}/${instance.apiTokenInstance}`;

/** A request whose body the test writes. */
function upload(url: string, headers: Record<string, string | number>): { sent: ClientRequest; response: Promise<IncomingMessage> } {
  const sent = request(url, { method: "POST", headers, agent: false });
  const response = new Promise<IncomingMessage>((resolve, reject) => sent.on("response", resolve).on("error", reject));
  response.catch(() => {});
  onTestFinished(() => void sent.destroy());
  return { sent, response };
}

function formOf(file: Blob, name: string, fields: Record<string, string> = { chatId }): FormData {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) form.set(key, value);
  form.set("file", file, name);
  return form;
}

describe("uploaded files", () => {
  test("are served byte for byte at a random address, and the echo has it", async () => {
    const { emulator, instance } = await start();
    const bytes = new Uint8Array(300_000).map((_, index) => (index * 31) % 251);
    const ending = new TextEncoder().encode("\r\n--");
    bytes.set(ending, 100_000);
    const sent = await callApi(instance, "POST", "sendFileByUpload", {
      body: formOf(new Blob([bytes], { type: "audio/ogg" }), "voice.ogg"),
    });
    const { urlFile } = sent.json as { urlFile: string };
    expect(urlFile).toMatch(/\/files\/[0-9a-f]{32}\.ogg$/);
    const served = await fetch(urlFile);
    expect(served.headers.get("content-type")).toBe("audio/ogg");
    expect(Buffer.from(await served.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
    expect((await fetch(urlFile, { method: "HEAD" })).headers.get("content-length")).toBe("300000");
    expect((await callApi(instance, "GET", "receiveNotification")).json).toMatchObject({
      body: {
        messageData: {
          typeMessage: "audioMessage",
          fileMessageData: { downloadUrl: urlFile, fileName: "voice.ogg", mimeType: "audio/ogg" },
        },
      },
    });
    const added = await emulator.addFile({ bytes, fileName: "menu.PDF", mimeType: "application/pdf" });
    expect(added).toMatch(/\.pdf$/);
    expect((await (await fetch(added)).arrayBuffer()).byteLength).toBe(300_000);
  });

  test("have no other addresses: no path leads out of their folder", async () => {
    const { instance } = await start();
    await callApi(instance, "POST", "uploadFile", { body: new Uint8Array([1]) });
    const [name = ""] = await storedFiles();
    for (const path of ["", "../../etc/passwd", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", `./${name}`, `${name}%00`, `${name}/`, "0".repeat(32)]) {
      const { sent, response } = upload(instance.apiUrl, {});
      sent.path = `/files/${path}`;
      sent.end();
      expect((await response).statusCode).toBe(404);
    }
  });

  test("keep a name with quotation marks, line breaks and other letters", async () => {
    const { instance } = await start();
    const name = 'Смета "2026"\r\nX-Evil: 1\\.pdf';
    await callApi(instance, "POST", "sendFileByUpload", { body: formOf(new Blob(["a"]), name) });
    expect((await callApi(instance, "GET", "receiveNotification")).json).toMatchObject({
      body: { messageData: { fileMessageData: { fileName: name, mimeType: "application/octet-stream" } } },
    });
    const named = await callApi(instance, "POST", "uploadFile", {
      body: new Uint8Array([1]),
      headers: { "content-type": 'x"\\y', "ga-filename": encodeURIComponent(name) },
    });
    const { urlFile } = named.json as { urlFile: string };
    expect(urlFile).toMatch(/\.pdf$/);
    expect((await fetch(urlFile)).headers.get("content-type")).toBe("application/octet-stream");
  });
});

describe("an upload that is wrong is refused, and nothing of it is kept", () => {
  test("without a file, with an empty one, or without its other fields", async () => {
    const { instance } = await start();
    const form = new FormData();
    form.set("chatId", chatId);
    const call = (method: string, body: unknown): Promise<ApiResponse> => callApi(instance, "POST", method, { body });
    for (const [response, message] of [
      [await call("sendFileByUpload", form), /'file' is required/],
      [await call("sendFileByUpload", formOf(new Blob([]), "empty.txt")), /'file' is empty/],
      [await call("sendFileByUpload", formOf(new Blob(["a"]), "a.txt", {})), /'chatId' is required/],
      [await call("sendFileByUpload", { chatId }), /must be multipart\/form-data/],
      [await call("uploadFile", new Uint8Array(0)), /'file' is empty/],
      [await call("sendFileByUpload", formOf(new Blob(["a"]), "a.txt", { chatId, caption: "x".repeat(2 * mebibyte) })), /too large/],
    ] as const) {
      expect((response.json as { message: string }).message).toMatch(message);
    }
    expect(await storedFiles()).toEqual([]);
  });

  test("as a form that ends too early, or whose parts have no name", async () => {
    const { instance } = await start();
    const headers = { "content-type": "multipart/form-data; boundary=b" };
    for (const body of [
      "",
      "--b",
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
      "--b\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--b--",
    ]) {
      expect(await callApi(instance, "POST", "sendFileByUpload", { body, headers })).toMatchObject({ status: 400 });
    }
    expect(await storedFiles()).toEqual([]);
  });

  test("above 100 MB: by its Content-Length before a byte is sent, otherwise when it has become too much", async () => {
    const { instance } = await start();
    for (const method of ["uploadFile", "sendFileByUpload"]) {
      const { sent, response } = upload(pathOf(instance, method), {
        "content-type": "multipart/form-data; boundary=b",
        "content-length": 102 * mebibyte,
      });
      sent.flushHeaders();
      expect((await response).statusCode).toBe(413);
    }
    const small = await start({ maxFileBytes: mebibyte });
    const { sent, response } = upload(pathOf(small.instance, "uploadFile"), { "content-type": "image/jpeg" });
    for (let written = 0; written < 3; written++) sent.write(Buffer.alloc(mebibyte / 2));
    expect((await response).statusCode).toBe(413);
    expect(await storedFiles()).toEqual([]);
  });

  test("aborted: nothing stays, and the emulator goes on", async () => {
    const { instance } = await start();
    const { sent } = upload(pathOf(instance, "uploadFile"), { "content-length": mebibyte });
    sent.on("error", () => {});
    sent.write(Buffer.alloc(1_000));
    await expect.poll(storedFiles, { timeout: 9_000 }).toHaveLength(1);
    sent.destroy();
    await expect.poll(storedFiles, { timeout: 9_000 }).toEqual([]);
    expect((await callApi(instance, "GET", "getStateInstance")).status).toBe(200);
  });

  test("stalled: its connection is closed", async () => {
    const { instance } = await start({ bodyIdleMilliseconds: 200 });
    const stalled = [pathOf(instance, "uploadFile"), pathOf({ ...instance, apiTokenInstance: "wrong" }, "sendMessage")].map((url) => {
      const { sent } = upload(url, { "content-length": 2_000 });
      sent.write(Buffer.alloc(1_000));
      return new Promise((resolve) => sent.on("close", resolve).on("error", () => {}));
    });
    await Promise.all(stalled);
    expect(await storedFiles()).toEqual([]);
  });

  // A machine that is busy for so long that the bytes arrive too late is no fault of the emulator's.
  test("but one that is slow and goes on is accepted", { retry: 3 }, async () => {
    const { instance } = await start({ bodyIdleMilliseconds: 300 });
    const { sent, response } = upload(pathOf(instance, "uploadFile"), { "content-length": 6 });
    for (let byte = 0; byte < 6; byte++) {
      sent.write("x");
      await sleep(75);
    }
    expect((await response).statusCode).toBe(200);
  });

  test("close() ends uploads and deletes all files", async () => {
    const { emulator, instance } = await start();
    await callApi(instance, "POST", "uploadFile", { body: new Uint8Array([1]) });
    const { sent, response } = upload(pathOf(instance, "uploadFile"), { "content-length": 2_000 });
    sent.write(Buffer.alloc(1_000));
    await expect.poll(storedFiles, { timeout: 9_000 }).toHaveLength(2);
    await emulator.close();
    await expect(response).rejects.toThrow(/hang up|ECONNRESET/);
    expect(await storedFiles()).toEqual([]);
  });
});
