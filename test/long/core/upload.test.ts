import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { clientOf, rejectionOf } from "../../core/api/local-api.ts";
import { temporaryFolder } from "../../support/temporary-folder.ts";

const megabyte = 1_048_576;
const response = '{"idMessage":"1","urlFile":"https://storage.example/1"}';

test.each(["path", "blob", "stream"])(
  "an upload of 100 MB from a %s arrives whole and grows the heap by less than 16 MiB",
  async (kind) => {
    const path = join(temporaryFolder(), "large.bin");
    const file = await open(path, "w");
    const chunk = Buffer.alloc(megabyte);
    const expected = createHash("sha256");
    for (let index = 0; index < 100; index += 1) {
      chunk.fill(`chunk ${index}, `);
      expected.update(chunk);
      await file.write(chunk);
    }
    await file.close();
    const arrived = createHash("sha256");
    const { url, lengths } = await startServer(async (request) => {
      for await (const part of request as AsyncIterable<Buffer>) arrived.update(part);
    });
    const { stdout } = await promisify(execFile)(process.execPath, [
      "--expose-gc",
      fileURLToPath(new URL("upload-child.mjs", import.meta.url)),
      kind,
      url,
      path,
    ]);
    const { idMessage, grown } = JSON.parse(stdout) as { idMessage: string; grown: { heap: number; buffers: number } };
    console.log(kind, grown);
    expect(idMessage).toBe("1");
    expect(arrived.digest("hex")).toBe(expected.digest("hex"));
    expect(lengths).toEqual(kind === "stream" ? [undefined] : [String(100 * megabyte)]);
    expect(grown.heap).toBeLessThan(16 * megabyte);
    expect(grown.buffers).toBeLessThan(16 * megabyte);
  },
);

test("an upload over a slow link isn't cut: twice the slowest speed allowed, as a link of 1 Mbit/s has by default", async () => {
  const bytesPerSecond = 2 * megabyte;
  const { url } = await startServer(async (request) => {
    const begun = performance.now();
    let read = 0;
    for await (const part of request as AsyncIterable<Buffer>) {
      read += part.byteLength;
      const early = (read / bytesPerSecond) * 1_000 - (performance.now() - begun);
      if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    }
  });
  const client = clientOf(url, { responseTimeoutMilliseconds: 2_000, minUploadBytesPerSecond: bytesPerSecond / 2 });
  const file = new Uint8Array(20 * megabyte);
  const begun = performance.now();
  expect(await client.uploadFile({ file, mimeType: "video/mp4" })).toMatchObject({ urlFile: expect.any(String) as string });
  expect(performance.now() - begun).toBeGreaterThan(8_000);
});

test("a stream of unknown size is refused at 100 MB", async () => {
  const { url, lengths } = await startServer(async (request) => {
    for await (const _ of request) void _;
  });
  const chunk = new Uint8Array(megabyte);
  async function* endless(): AsyncGenerator<Uint8Array, void> {
    for (;;) yield await Promise.resolve(chunk);
  }
  const client = clientOf(url, { responseTimeoutMilliseconds: 60_000 });
  const error = await rejectionOf(client.uploadFile({ file: endless(), mimeType: "video/mp4" }));
  expect(error).toMatchObject({ name: "ApiValidationError", key: "file", code: "TOO_LARGE" });
  expect(lengths.length).toBe(1);
});

async function startServer(read: (request: IncomingMessage) => Promise<void>) {
  const lengths: (string | undefined)[] = [];
  const server = createServer((request, out) => {
    lengths.push(request.headers["content-length"]);
    read(request).then(
      () => out.end(response),
      () => out.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, lengths };
}
